rcheck plain.txt
