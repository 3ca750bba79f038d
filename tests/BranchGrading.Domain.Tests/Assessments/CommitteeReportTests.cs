using BranchGrading.Domain.Assessments;

namespace BranchGrading.Domain.Tests.Assessments;

public class CommitteeReportTests
{
    private static readonly DateOnly Today = new(2012, 3, 30);
    private static readonly DateTime Now = new(2012, 3, 30, 2, 0, 0, DateTimeKind.Utc);
    private static readonly (int, string, bool)[] Branches = [(1, "甲支部", true), (2, "乙支部", false)];
    private readonly CommitteeReport _report = new(1, 1);

    private void HandUp() => _report.Submit(Today, [new MissingBranch(2, "书记在外学习")], Branches, Today, "组织员", Now);

    [Fact]
    public void Every_branch_is_reviewed_or_listed_with_a_reason()
    {
        Assert.Contains("乙支部", Assert.Throws<RuleViolationException>(() => _report.Submit(Today, [], Branches, Today, "组织员", Now)).Message);
        Assert.Throws<RuleViolationException>(() => new MissingBranch(2, " "));
        HandUp();
        Assert.Equal((true, true, true), (_report.IsSubmitted, _report.Locks(1), _report.Locks(2)));
    }

    [Fact]
    public void A_branch_that_is_reviewed_is_not_listed_as_missing()
    {
        _report.Submit(Today, [new MissingBranch(1, "写错了"), new MissingBranch(2, "书记在外学习")], Branches, Today, "组织员", Now);
        Assert.Equal(2, Assert.Single(_report.Missing).ParticipantId);
    }

    [Fact]
    public void The_meeting_has_a_day_and_it_has_been()
    {
        Assert.Throws<RuleViolationException>(() => _report.Submit(null, [new MissingBranch(2, "在外")], Branches, Today, "组织员", Now));
        Assert.Throws<RuleViolationException>(() => _report.Submit(Today.AddDays(1), [new MissingBranch(2, "在外")], Branches, Today, "组织员", Now));
        Assert.False(_report.IsSubmitted);
    }

    [Fact]
    public void Handed_up_it_is_closed_until_it_is_given_back()
    {
        Assert.Throws<RuleViolationException>(() => _report.Return("早了", "部长", Now));
        HandUp();
        Assert.Throws<RuleViolationException>(HandUp);
        Assert.Throws<RuleViolationException>(() => _report.Draft(null, [], "组织员", Now));
        Assert.Throws<RuleViolationException>(() => _report.Return(" ", "部长", Now));
        _report.Return("乙支部要补", "部长", Now);
        Assert.Equal((false, false, "乙支部要补"), (_report.IsSubmitted, _report.Locks(1), _report.ReturnReason));
        HandUp();
        Assert.Null(_report.ReturnReason);
    }

    [Fact]
    public void One_branch_given_back_unlocks_alone_and_locks_again_when_it_is_done()
    {
        HandUp();
        _report.ReturnBranch(2, "补报", "部长", Now);
        Assert.Equal((true, false, true), (_report.Locks(1), _report.Locks(2), _report.IsReturned(2)));
        Assert.Throws<RuleViolationException>(() => _report.ReturnBranch(2, "再退", "部长", Now));
        _report.Settle(2, Now);
        Assert.True(_report.Locks(2));
        Assert.Empty(_report.Missing);
        _report.ReturnBranch(2, "还要改", "部长", Now);
        Assert.False(_report.Locks(2));
    }
}
