# Colour only where it is asked for, when the output is no terminal.
escape=$(printf '\033')
rcheck plain.txt | grep -c "$escape"
rcheck --color=always plain.txt | grep -c "$escape"
NO_COLOR=1 rcheck --color=always plain.txt | grep -c "$escape"
rcheck --color=never plain.txt | grep -c "$escape"
true
