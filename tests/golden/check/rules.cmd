rcheck rules test | sed -n '$s/[0-9][0-9]* \([a-eg-z]\)/\1/gp'
