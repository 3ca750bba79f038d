using Xunit.v3;

// Every class with an application of its own works hard: two at a time are enough for a small machine.
[assembly: Parallelization(MaxThreads = 2)]
