#!/bin/bash
# A Slurm of several nodes on this machine, without systemd and munge: slurm.sh start N | kill-node I | stop
# Its state is in $SLURM_HERE. As root, in a sandbox: it trusts everybody who reaches its ports on the loopback.
# Each node has a PID namespace of its own: killing it kills its jobs, as a power cut would.
# SPDX-License-Identifier: GPL-3.0-or-later
set -eu
here=${SLURM_HERE:?folder for the state}
conf=$here/slurm.conf
export SLURM_CONF=$conf
host=$(hostname -s)

write_conf()
{
	cat >"$conf" <<-CONF
	ClusterName=check
	SlurmctldHost=$host(127.0.0.1)
	SlurmctldPort=16917
	SlurmUser=root
	SlurmdUser=root
	AuthType=auth/none
	CredType=cred/none
	AuthInfo=cred_expire=10
	MpiDefault=none
	MailProg=/bin/true
	CommunicationParameters=NoCtldInAddrAny,NoInAddrAny
	StateSaveLocation=$here/state
	SlurmdSpoolDir=$here/spool-%n
	SlurmctldPidFile=$here/slurmctld.pid
	SlurmdPidFile=$here/slurmd-%n.pid
	SlurmctldLogFile=$here/slurmctld.log
	SlurmdLogFile=$here/slurmd-%n.log
	ProctrackType=proctrack/linuxproc
	TaskPlugin=task/none
	JobAcctGatherType=jobacct_gather/none
	AccountingStorageType=accounting_storage/none
	SchedulerType=sched/backfill
	SelectType=select/cons_tres
	SelectTypeParameters=CR_Core
	SwitchType=switch/none
	ReturnToService=2
	JobRequeue=1
	SlurmdTimeout=5
	SlurmctldTimeout=10
	MinJobAge=300
	KillWait=5
	SchedulerParameters=sched_interval=1,batch_sched_delay=0
	PartitionName=main Nodes=n[1-$1] Default=YES MaxTime=INFINITE State=UP
	CONF
	for ((i = 1; i <= $1; i++)); do
		mkdir -p "$here/spool-n$i"
		echo "NodeName=n$i NodeHostname=$host NodeAddr=127.0.0.1 Port=$((17100 + i)) CPUs=2 RealMemory=2000" >>"$conf"
	done
}

case $1 in
start)
	mkdir -p "$here/state"
	write_conf "$2"
	setsid slurmctld -D -f "$conf" >"$here/slurmctld.out" 2>&1 </dev/null &
	for ((i = 1; i <= $2; i++)); do
		setsid unshare --pid --fork --mount-proc --kill-child=KILL \
			slurmd -D -N "n$i" -f "$conf" >"$here/slurmd-n$i.out" 2>&1 </dev/null &
		echo $! >"$here/node-$i"
	done
	for ((i = 0; i < 60; i++)); do
		[ "$(sinfo -h -t idle -o %D 2>/dev/null)" != "$2" ] || exit 0
		sleep 0.5
	done
	echo "the nodes do not come up; see $here" >&2
	exit 1
	;;
kill-node) kill -9 "$(cat "$here/node-$2")" ;;
stop)
	for node in "$here"/node-*; do
		[ ! -s "$node" ] || kill -9 "$(cat "$node")" 2>/dev/null || true
	done
	[ ! -s "$here/slurmctld.pid" ] || kill "$(cat "$here/slurmctld.pid")" 2>/dev/null || true
	;;
esac
