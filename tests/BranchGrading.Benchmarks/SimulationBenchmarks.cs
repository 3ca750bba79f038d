using BenchmarkDotNet.Attributes;
using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rounds;
using BranchGrading.Domain.Standards;

namespace BranchGrading.Benchmarks;

/// <summary>
/// What a simulation of 2,000 branches costs beside one grading, as ratios in one run: both gradings and the comparison should be little more than
/// twice one grading, ranking by counting who is better grows with the square, and summing every vote item again is the dear part.
/// </summary>
[MemoryDiagnoser]
[ShortRunJob]
public class SimulationBenchmarks
{
    private readonly List<GradingCandidate> _school = GradingBenchmarks.School(2_000);
    private readonly RoundRules _tried = RoundRules.Default with { CapShare = 0.25m, SelfWeight = 0.4m, CapScope = CapScope.Committee };
    private readonly ScoringStandard _standard = ExampleStandards.Staff();
    private readonly CapEntry[] _entries;
    private readonly Dictionary<StandardItem, ItemAnswer> _answers;

    public SimulationBenchmarks()
    {
        _entries = [.. _school.Select(one => new CapEntry(one.ParticipantId, one.SelfScore!.Value, one.ReviewScore!.Value, 90m, 80m))];
        _answers = _standard.Items.ToDictionary(item => item, item => item.Method switch
        {
            ItemMethod.Points => new ItemAnswer { Points = item.MaxPoints },
            ItemMethod.Options => new ItemAnswer { Option = item.Options[0].Order },
            _ => new ItemAnswer { Times = 0 },
        });
    }

    [Benchmark(Baseline = true)]
    public GradingResult One_grading() => GradingService.Grade(_school, RoundRules.Default);

    [Benchmark]
    public int A_simulation() => new Simulation(GradingService.Grade(_school, RoundRules.Default), GradingService.Grade(_school, _tried)).Moves.Count;

    [Benchmark]
    public int A_simulation_with_every_reason_in_words() =>
        new Simulation(GradingService.Grade(_school, RoundRules.Default), GradingService.Grade(_school, _tried)).Moves.Sum(move => move.Why().Count);

    [Benchmark]
    public decimal Summing_every_review_again() => _school.Sum(one => StandardScore.Superior(_standard, one.Type, item =>
        SuperiorPoints.Of(item, _answers[item], item.Panel == Panel.Members ? one.MemberBallots : one.MassBallots, fairCounts: true)).Score ?? 0);

    [Benchmark]
    public int Ranking_as_it_is() => ACap.Rank(_entries, 400).KeptA;

    [Benchmark]
    public int Ranking_by_counting_who_is_better() => _entries.Count(one => _entries.Count(other => Better(other, one)) < 400);

    private static bool Better(CapEntry one, CapEntry other) =>
        (one.Composite, one.MassSatisfaction, one.MemberSatisfaction, one.Superior).CompareTo((other.Composite, other.MassSatisfaction, other.MemberSatisfaction, other.Superior)) > 0;
}
