cd /tmp/growth
./paced /tmp/growth/main.jar 20000 1000 3 0 > paced-quick.txt 2>paced.err; echo "rc $? $(date)" >> paced-quick.txt
./paced /tmp/growth/main.jar 60000 5000 2 1 > paced-full.txt 2>>paced.err; echo "rc $? $(date)" >> paced-full.txt
