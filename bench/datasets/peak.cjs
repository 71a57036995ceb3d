// Says, when the process ends, how much memory was resident at most (kB), and what it computed (microseconds).
process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  process.stderr.write(`peak ${maxRSS} ${userCPUTime + systemCPUTime}\n`);
});
