using BranchGrading.Domain.Organisation;
using Xunit;

namespace BranchGrading.Domain.Tests.Organisation;

public sealed class OrganisationChangeTests
{
    private static readonly DateOnly Today = new(2026, 3, 20);

    private static Committee Unit(string name = "材料学院党委", CommitteeKind kind = CommitteeKind.PartyCommittee) => new(name, kind, null, 1);

    private static Branch BranchOf(Committee committee, string name = "教工支部")
    {
        var branch = committee.Found(name, BranchType.Teacher, null);
        branch.Describe(20, 2, 3, new DateOnly(2020, 9, 1), null);
        return branch;
    }

    private static ChangeRecord On(DateOnly day) => new(day, null, null, "部长", DateTime.UnixEpoch, Today);

    [Fact]
    public void A_change_of_tomorrow_is_refused() =>
        Assert.Contains("不能晚于今天", Assert.Throws<RuleViolationException>(() => new OrganisationChange(OrganisationChangeKind.Renaming, On(Today.AddDays(1)))).Message);

    [Fact]
    public void A_change_of_today_is_not() => Assert.Equal(Today, new OrganisationChange(OrganisationChangeKind.Renaming, On(Today)).On);

    [Theory]
    [InlineData("2020-08-31", true)]
    [InlineData("2020-09-01", false)]
    public void A_change_before_the_branch_was_founded_is_refused(string day, bool refused)
    {
        var branch = BranchOf(Unit());
        var change = new OrganisationChange(OrganisationChangeKind.Dissolution, On(DateOnly.Parse(day)));
        if (refused)
            Assert.Contains("2020年9月才成立", Assert.Throws<RuleViolationException>(() => change.From(branch)).Message);
        else
            Assert.Single(change.From(branch).Before);
    }

    [Fact]
    public void Both_sides_keep_the_names_of_their_time()
    {
        var branch = BranchOf(Unit());
        var change = new OrganisationChange(OrganisationChangeKind.Renaming, On(Today)).From(branch);
        branch.Rename("第一教工支部");
        change.To(branch);
        Assert.Equal("教工支部 → 第一教工支部", change.Sentence());
    }

    [Fact]
    public void A_branch_joins_another_committee_behind_its_own_branches()
    {
        var (from, to) = (Unit(), Unit("计算机学院党委"));
        BranchOf(to, "本科生支部");
        var branch = BranchOf(from);
        branch.JoinCommittee(to);
        Assert.Equal((to, 2), (branch.Committee, branch.DisplayOrder));
        Assert.Empty(from.Branches);
        Assert.Equal(2, to.Branches.Count);
    }

    [Fact]
    public void A_name_that_is_taken_there_is_refused_and_another_will_do()
    {
        var (from, to) = (Unit(), Unit("计算机学院党委"));
        BranchOf(to);
        Assert.Contains("已经有名为「教工支部」", Assert.Throws<RuleViolationException>(() => BranchOf(from).JoinCommittee(to)).Message);
        var other = BranchOf(Unit("文学院党委"));
        other.JoinCommittee(to, "第二教工支部");
        Assert.Equal("第二教工支部", other.Name);
    }

    [Fact]
    public void A_direct_branch_takes_in_no_second_one()
    {
        var direct = Unit("图书馆直属党支部", CommitteeKind.DirectBranch);
        BranchOf(direct, "图书馆直属党支部");
        Assert.Contains("直属党支部只能有一个支部", Assert.Throws<RuleViolationException>(() => BranchOf(Unit()).JoinCommittee(direct)).Message);
    }

    [Fact]
    public void A_direct_branch_whose_branch_has_gone_takes_one_in()
    {
        var direct = Unit("图书馆直属党支部", CommitteeKind.DirectBranch);
        BranchOf(direct, "图书馆直属党支部").Dissolve(Today);
        var branch = BranchOf(Unit());
        branch.JoinCommittee(direct);
        Assert.Equal(direct, branch.Committee);
    }

    [Fact]
    public void The_offices_of_a_dissolved_branch_end_on_its_day_and_come_back_with_it()
    {
        var branch = BranchOf(Unit());
        var day = new DateOnly(2026, 3, 12);
        branch.AppointSecretary(new Person("旧书记", null, null, null), new DateOnly(2020, 9, 1), null, Today);
        branch.AppointSecretary(new Person("书记", null, null, null), new DateOnly(2024, 9, 1), null, Today);
        branch.Dissolve(day);
        Assert.Equal((false, null), (branch.IsActive, branch.Secretary));
        Assert.Equal([new DateOnly(2024, 9, 1), day], branch.Terms.Select(term => term.To!.Value));
        branch.Restore(day);
        Assert.Equal((true, "书记"), (branch.IsActive, branch.Secretary!.Person.Name));
    }

    [Fact]
    public void Of_two_secretaries_whose_terms_ended_on_the_day_only_the_last_comes_back()
    {
        var branch = BranchOf(Unit());
        var day = new DateOnly(2026, 3, 1);
        branch.AppointSecretary(new Person("旧书记", null, null, null), new DateOnly(2020, 9, 1), null, Today);
        branch.AppointSecretary(new Person("书记", null, null, null), day, null, Today);
        branch.Dissolve(day);
        Assert.All(branch.Terms, term => Assert.Equal(day, term.To));
        branch.Restore(day);
        Assert.Equal("书记", Assert.Single(branch.Terms, term => term.IsCurrent).Person.Name);
    }

    [Theory]
    [InlineData("2026-03-11", true)]
    [InlineData("2026-03-12", false)]
    public void A_change_before_a_later_one_of_the_branch_is_refused(string day, bool refused) => Assert.Equal(
        refused,
        OrganisationChange.WhyNotOn(BranchOf(Unit()), OrganisationChangeKind.Split, DateOnly.Parse(day), OrganisationChangeKind.Renaming, new DateOnly(2026, 3, 12))?.Contains("2026年3月12日 的更名", StringComparison.Ordinal) ?? false);

    [Fact]
    public void A_branch_does_not_end_before_its_secretary_began()
    {
        var branch = BranchOf(Unit());
        branch.AppointSecretary(new Person("书记", null, null, null), new DateOnly(2026, 3, 1), null, Today);
        Assert.Contains("2026年3月 起任书记", Assert.Throws<RuleViolationException>(() => branch.Dissolve(new DateOnly(2026, 2, 28))).Message);
        Assert.True(branch.IsActive);
    }

    [Fact]
    public void A_dissolved_branch_changes_no_more()
    {
        var branch = BranchOf(Unit());
        branch.Dissolve(Today);
        Assert.Throws<RuleViolationException>(() => branch.Rename("别的"));
        Assert.Throws<RuleViolationException>(() => branch.JoinCommittee(Unit("文学院党委")));
        Assert.Throws<RuleViolationException>(() => branch.Dissolve(Today));
    }

    [Fact]
    public void A_name_as_before_is_no_renaming() => Assert.Throws<RuleViolationException>(() => BranchOf(Unit()).Rename(" 教工支部 "));
}
