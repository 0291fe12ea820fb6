for arguments in '' '--colour' '-x' '-f' '--format' '--format=yaml' '--date=2025-02-30' \
    '--fail-on=often' '--min-severity=all' '--threads=0' '--threads=1e9' '--color=perhaps' \
    'why a.txt:1' 'rules' 'explain a b' 'extract --format=sarif x' '--version=2' 'extract'; do
    echo "> rcheck $arguments"
    rcheck $arguments
    echo "$?"
done
