using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Domain.Tests.Samples;

public class SampleSchoolTests
{
    private static readonly Dictionary<string, RoundRules> Settings = new()
    {
        ["capByType"] = new() { CapScope = CapScope.BranchType },
        ["capByCommittee"] = new() { CapScope = CapScope.Committee },
        ["cap35"] = new() { CapShare = 0.35m },
        ["fairCounts"] = new() { FairCounts = true },
        ["massLimit90"] = new() { LeastMassSatisfaction = 90 },
        ["noSkipRule"] = new() { NoLevelSkipping = false },
        ["selfHalf"] = new() { SelfWeight = 0.5m },
    };

    [Theory]
    [InlineData(62)]
    [InlineData(243)]
    public void Every_branch_of_a_sample_school_is_graded_as_expected(int size)
    {
        var school = SampleSchool.Read(size);
        var result = A.Graded(school.Candidates());

        Assert.Equal(school.Places, result.Places);
        foreach (var (expected, outcome) in school.Branches.Zip(result.Outcomes))
        {
            var limits = outcome.Lines
                .Where(line => line.Limit is not (Limit.TieToDecide or Limit.Missing))
                .Select(line => line.Limit.Word());
            Assert.Equal(
                (expected.Name, expected.Composite, expected.MemberSatisfaction, expected.MassSatisfaction, expected.Grade,
                    expected.TieToDecide, expected.Gradable, string.Join(' ', expected.Limits ?? [])),
                (outcome.Candidate.BranchName, outcome.Composite, outcome.MemberSatisfaction, outcome.MassSatisfaction,
                    outcome.Grade?.ToString(), outcome.TieToDecide, outcome.IsGradable, string.Join(' ', limits)));
        }
    }

    [Theory]
    [InlineData(62)]
    [InlineData(243)]
    public void Every_other_setting_of_a_sample_school_gives_the_expected_grades(int size)
    {
        var school = SampleSchool.Read(size);
        Assert.Equal(Settings.Keys.Order(), school.OtherSettings.Keys.Order());
        foreach (var (name, expected) in school.OtherSettings)
        {
            var result = A.Graded(school.Candidates(), Settings[name]);
            var grades = string.Concat(result.Outcomes.Select(outcome => outcome.Grade?.ToString() ?? "-"));
            Assert.Equal((name, expected.Places, expected.Ties, expected.Grades), (name, result.Places, result.TiesToDecide, grades));
        }
    }

    [Fact]
    public void Every_step_of_every_walk_follows_from_the_one_before()
    {
        foreach (var outcome in A.Graded(SampleSchool.Read(243).Candidates()).Outcomes)
        {
            Grade? reached = null;
            foreach (var step in outcome.Walk)
            {
                Assert.Equal(reached, step.From);
                Assert.Equal(step.State == WalkStepState.Lowered, step.From is { } from && from.IsBetterThan(step.To!.Value));
                Assert.True(step.State != WalkStepState.Idle || step.From == step.To);
                reached = step.To;
            }

            Assert.Equal(outcome.Grade, reached);
        }
    }
}
