# Two holders of one office in the same part of one event; silent where the text is of the former's days.
rcheck -f ndjson office-a.txt office-b.txt | grep -o '"rule":"[^"]*","severity":"[^"]*"\|"message":"[^"]*"'
sed 's/5 September 2025/9 April 2025/' office-a.txt >.earlier.txt
rcheck .earlier.txt office-b.txt
