using BenchmarkDotNet.Running;
using BranchGrading.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(GradingBenchmarks).Assembly).Run(args);
