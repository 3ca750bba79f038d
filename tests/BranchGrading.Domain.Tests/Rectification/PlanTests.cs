using System.Reflection;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rectification;
using BranchGrading.Domain.Rounds;
using Xunit;

namespace BranchGrading.Domain.Tests.Rectification;

public sealed class PlanTests
{
    private static readonly DateTime Now = new(2012, 5, 2, 2, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void A_plan_goes_from_draft_to_closed()
    {
        var plan = Complete();
        Assert.Equal(PlanState.Drafting, plan.StateOf(false));
        plan.Submit(Grade.C, "书记", Now);
        Assert.Equal(PlanState.Submitted, plan.StateOf(true));
        plan.Approve("组织员", Now);
        Assert.Equal((PlanState.Approved, PlanState.Running), (plan.StateOf(false), plan.StateOf(true)));
        var item = plan.Items[0];
        plan.Request(item, "做完了", true, "书记", Now, 100);
        plan.Accept(item, null, true, "组织员", Now);
        Assert.Equal((PlanState.Closed, 100), (plan.StateOf(true), item.Percent));
        plan.Reopen(item, "又出现了", true, "组织员", Now);
        Assert.Equal((PlanState.Running, PlanItemState.Open), (plan.StateOf(true), item.State));
    }

    [Fact]
    public void Nothing_is_handed_in_that_is_not_complete()
    {
        var plan = Blank();
        Assert.Equal("至少写一项", Assert.Single(plan.WhyNotSubmit(Grade.C)).Text);
        var item = plan.Add(PlanItemOrigin.Own, "问题", null, null, null, null, null, null);
        var gap = Assert.Single(plan.WhyNotSubmit(Grade.C));
        Assert.Equal(("第 1 项还没有写整改措施、责任人、完成时限、目标等级", item), (gap.Text, gap.Item));
        Assert.Throws<RuleViolationException>(() => plan.Submit(Grade.C, "书记", Now));
        Assert.True(plan.IsDraft);
    }

    [Fact]
    public void A_D_branch_needs_a_leader_in_contact_and_no_other_does()
    {
        Assert.Empty(Complete().WhyNotSubmit(Grade.C));
        Assert.Equal("D 级支部要有联系领导", Assert.Single(Complete().WhyNotSubmit(Grade.D)).Text);
        var plan = Submitted();
        Assert.Throws<RuleViolationException>(() => plan.NameContactLeader(" ", Grade.D));
        plan.NameContactLeader(" ", Grade.C);
        plan.NameContactLeader("王副院长", Grade.D);
        Assert.Equal("王副院长", plan.ContactLeader);
        Assert.Throws<RuleViolationException>(() => Complete().NameContactLeader("王副院长", Grade.D));
    }

    [Fact]
    public void A_plan_that_is_handed_in_is_not_changed_until_it_is_sent_back()
    {
        var plan = Submitted();
        Assert.Throws<RuleViolationException>(() => plan.Describe(PlanKind.Rise, null));
        Assert.Throws<RuleViolationException>(() => plan.Remove(plan.Items[0]));
        Assert.Throws<RuleViolationException>(() => plan.Submit(Grade.C, "书记", Now));
        Assert.Throws<RuleViolationException>(() => plan.Return(" ", "组织员", Now));
        plan.Return("太空", "组织员", Now);
        Assert.Equal((PlanState.Returned, "太空"), (plan.StateOf(false), plan.Returns[0].Comment));
        Assert.Throws<RuleViolationException>(() => plan.Return("再改", "组织员", Now));
        Assert.Throws<RuleViolationException>(() => plan.Approve("组织员", Now));
        plan.Describe(PlanKind.Rise, null);
        plan.Submit(Grade.C, "书记", Now);
        plan.Approve("组织员", Now);
        Assert.Throws<RuleViolationException>(() => plan.Approve("组织员", Now));
    }

    [Fact]
    public void What_is_accepted_stays_as_it_is_when_the_plan_is_sent_back()
    {
        var plan = Submitted(items: 2);
        plan.Approve("组织员", Now);
        plan.Request(plan.Items[0], "做完了", true, "书记", Now);
        plan.Accept(plan.Items[0], null, true, "组织员", Now);
        plan.Return("第二项再改", "组织员", Now);
        Assert.Throws<RuleViolationException>(() => plan.Change(plan.Items[0], "改", null, null, null, null, null, null));
        Assert.Throws<RuleViolationException>(() => plan.Remove(plan.Items[0]));
        plan.Change(plan.Items[1], "改", null, null, null, null, null, null);
    }

    [Fact]
    public void A_closed_plan_is_not_sent_back()
    {
        var plan = Running();
        plan.Request(plan.Items[0], "做完了", true, "书记", Now);
        plan.Accept(plan.Items[0], null, true, "组织员", Now);
        Assert.Throws<RuleViolationException>(() => plan.Return("改", "组织员", Now));
    }

    [Fact]
    public void Items_move_only_once_the_round_is_final_and_the_plan_approved()
    {
        var plan = Running();
        Assert.Throws<RuleViolationException>(() => plan.Progress(plan.Items[0], 10, "做了", false, "书记", Now));
        var waiting = Submitted();
        Assert.Throws<RuleViolationException>(() => waiting.Progress(waiting.Items[0], 10, "做了", true, "书记", Now));
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(100, true)]
    [InlineData(101, false)]
    public void Progress_is_between_nothing_and_all(int percent, bool isTaken)
    {
        var plan = Running();
        if (isTaken)
            Assert.Equal(percent, plan.Progress(plan.Items[0], percent, "做了", true, "书记", Now).Percent);
        else
            Assert.Throws<RuleViolationException>(() => plan.Progress(plan.Items[0], percent, "做了", true, "书记", Now));
    }

    [Fact]
    public void Each_step_follows_the_one_before()
    {
        var plan = Running();
        var item = plan.Items[0];
        Assert.Throws<RuleViolationException>(() => plan.Accept(item, null, true, "组织员", Now));
        Assert.Throws<RuleViolationException>(() => plan.Refuse(item, "没做", true, "组织员", Now));
        Assert.Throws<RuleViolationException>(() => plan.Reopen(item, "复发", true, "组织员", Now));
        plan.Request(item, "做完了", true, "书记", Now);
        Assert.Throws<RuleViolationException>(() => plan.Progress(item, 10, "做了", true, "书记", Now));
        Assert.Throws<RuleViolationException>(() => plan.Request(item, "做完了", true, "书记", Now));
        Assert.Throws<RuleViolationException>(() => plan.Refuse(item, null, true, "组织员", Now));
        Assert.Equal(PlanItemState.Requested, item.State);
        plan.Refuse(item, "没有记录", true, "组织员", Now);
        Assert.Equal(PlanItemState.Open, item.State);
        plan.SpotCheck(item, "看了", true, "部长", Now);
        Assert.Equal([PlanEntryKind.Request, PlanEntryKind.Refuse, PlanEntryKind.SpotCheck], item.Entries.Select(entry => entry.Kind));
    }

    [Fact]
    public void An_item_is_overdue_the_day_after_its_day()
    {
        var item = Running().Items[0];
        Assert.False(item.IsOverdue(new DateOnly(2012, 9, 30)));
        Assert.True(item.IsOverdue(new DateOnly(2012, 10, 1)));
    }

    [Fact]
    public void A_plan_holds_thirty_items()
    {
        var plan = Complete(ImprovementPlan.MostItems);
        Assert.Throws<RuleViolationException>(() => plan.Add(PlanItemOrigin.Own, "问题", null, null, null, null, null, null));
    }

    [Theory]
    [InlineData(Grade.A, PlanKind.Consolidate, false)]
    [InlineData(Grade.B, PlanKind.Rise, false)]
    [InlineData(Grade.C, PlanKind.Rectify, true)]
    [InlineData(Grade.D, PlanKind.Rectify, true)]
    [InlineData(null, PlanKind.Rise, false)]
    public void The_grade_says_what_a_plan_is_for_and_whether_it_must_be(Grade? grade, PlanKind kind, bool isRequired) =>
        Assert.Equal((kind, isRequired), (ImprovementPlan.KindFor(grade), ImprovementPlan.IsRequired(grade)));

    [Theory]
    [InlineData(Grade.D, false, "2012-10-29", false)]
    [InlineData(Grade.D, false, "2012-10-30", true)]
    [InlineData(Grade.D, true, "2013-10-30", false)]
    [InlineData(Grade.C, false, "2013-10-30", false)]
    public void A_D_branchs_plan_turns_red_half_a_year_after_the_grades_became_final(Grade grade, bool isClosed, string today, bool isUrgent) =>
        Assert.Equal(isUrgent, ImprovementPlan.IsUrgent(grade, isClosed, new DateOnly(2012, 4, 30), DateOnly.Parse(today)));

    [Fact]
    public void Before_the_grades_are_final_nothing_is_red() => Assert.False(ImprovementPlan.IsUrgent(Grade.D, false, null, new DateOnly(2020, 1, 1)));

    [Theory]
    [InlineData("2012-03-31", "2012-01-01")]
    [InlineData("2012-04-01", "2012-04-01")]
    [InlineData("2012-12-31", "2012-10-01")]
    public void A_quarter_begins_with_its_first_month(string day, string start) => Assert.Equal(DateOnly.Parse(start), Quarter.StartOf(DateOnly.Parse(day)));

    [Theory]
    [InlineData("2012-05-01", null, "2012-05-01", false)]
    [InlineData("2012-05-01", null, "2012-05-31", false)]
    [InlineData("2012-05-01", null, "2012-06-01", true)]
    [InlineData("2012-06-01", null, "2012-06-30", false)]
    [InlineData("2012-06-01", null, "2012-07-01", false)]
    [InlineData("2012-05-01", null, "2012-07-01", false)]
    [InlineData("2012-04-01", null, "2012-07-01", true)]
    [InlineData("2012-05-01", "2012-05-20", "2012-06-30", false)]
    [InlineData("2012-05-01", "2012-05-20", "2012-08-31", false)]
    [InlineData("2012-05-01", "2012-05-20", "2012-09-01", true)]
    [InlineData("2012-05-01", "2012-05-20", "2012-10-01", true)]
    [InlineData("2012-05-01", "2012-10-01", "2012-12-31", false)]
    public void A_report_is_asked_for_at_the_end_of_a_silent_quarter_and_after_a_whole_one(string runsSince, string? lastReport, string today, bool isQuiet) =>
        Assert.Equal(isQuiet, Quarter.IsQuiet(DateOnly.Parse(runsSince), lastReport is null ? null : DateOnly.Parse(lastReport), DateOnly.Parse(today)));

    [Fact]
    public void What_is_refused_or_opened_again_is_not_all_done()
    {
        var plan = Running();
        var item = plan.Items[0];
        plan.Request(item, "做完了", true, "书记", Now, 100);
        Assert.Equal((90, 90), (plan.Refuse(item, "没有记录", true, "组织员", Now).Percent, item.Percent));
        plan.Request(item, "补了", true, "书记", Now, 100);
        plan.Accept(item, null, true, "组织员", Now);
        Assert.Throws<RuleViolationException>(() => plan.Reopen(item, "复发", true, "组织员", Now, 100));
        Assert.Equal(0, plan.Reopen(item, "复发", true, "组织员", Now).Percent);
        Assert.Equal(0, item.Percent);
    }

    [Fact]
    public void What_is_changed_while_it_waits_for_acceptance_is_to_be_asked_for_once_more()
    {
        var plan = Running();
        var item = plan.Items[0];
        plan.Request(item, "做完了", true, "书记", Now);
        plan.Return("措施太空", "组织员", Now);
        plan.Change(item, "记录不全", null, "每周检查一次", Grade.B, "张三", null, new DateOnly(2012, 9, 30));
        Assert.Equal(PlanItemState.Open, item.State);
    }

    [Fact]
    public void No_target_lies_below_the_grade_and_no_day_in_the_past()
    {
        var plan = Complete();
        Assert.Empty(plan.WhyNotSubmit(Grade.B, new DateOnly(2012, 9, 30)));
        Assert.Equal("第 1 项的目标等级（B 级）比现在的等级（A 级）还低，请改成不低于现在的等级", Assert.Single(plan.WhyNotSubmit(Grade.A)).Text);
        var gap = Assert.Single(plan.WhyNotSubmit(Grade.B, new DateOnly(2012, 10, 1)));
        Assert.Equal(("第 1 项的完成时限（2012年9月30日）已经过了，请往后改", plan.Items[0]), (gap.Text, gap.Item));
    }

    [Fact]
    public void What_was_worked_on_already_keeps_its_day_when_the_plan_comes_back()
    {
        var plan = Running();
        plan.Progress(plan.Items[0], 20, "做了", true, "书记", Now);
        plan.Return("再改", "组织员", Now);
        Assert.Empty(plan.WhyNotSubmit(Grade.C, new DateOnly(2013, 1, 1)));
    }

    [Fact]
    public void A_plan_was_handed_in_from_the_first_time_on()
    {
        var plan = Complete();
        Assert.False(plan.WasSubmitted);
        plan.Submit(Grade.C, "书记", Now);
        Assert.True(plan.WasSubmitted);
        plan.Return("再改", "组织员", Now);
        Assert.True(plan.WasSubmitted);
    }

    [Theory]
    [InlineData("进一步加强学习", true)]
    [InlineData("认真整改", true)]
    [InlineData("开会", true)]
    [InlineData("努力提高组织生活质量，切实加强党员教育管理，不断提升服务水平", true)]
    [InlineData("每月第一周开一次组织生活会", false)]
    [InlineData("加强学习，每季度两次专题研讨", false)]
    [InlineData("6 月底前完成", false)]
    [InlineData("由张三负责把党员活动室的门锁换掉并登记钥匙", false)]
    [InlineData("", false)]
    public void A_measure_that_names_nothing_to_count_is_vague(string measure, bool isVague) => Assert.Equal(isVague, VagueMeasure.HintFor(measure) is not null);

    private static ImprovementPlan Blank()
    {
        var branch = new Committee("材料学院党委", CommitteeKind.PartyCommittee, "D01", 1).Found("材料学生支部", BranchType.Student, null, 1);
        var participant = (Participant)Activator.CreateInstance(typeof(Participant), BindingFlags.Instance | BindingFlags.NonPublic, null, [branch, 1], null)!;
        return new ImprovementPlan(participant, PlanKind.Rectify, "书记", Now);
    }

    private static ImprovementPlan Complete(int items = 1)
    {
        var plan = Blank();
        for (var i = 0; i < items; i++)
            plan.Add(PlanItemOrigin.Own, "记录不全", null, "每月检查一次", Grade.B, "张三", null, new DateOnly(2012, 9, 30));
        return plan;
    }

    private static ImprovementPlan Submitted(int items = 1)
    {
        var plan = Complete(items);
        plan.Submit(Grade.C, "书记", Now);
        return plan;
    }

    private static ImprovementPlan Running()
    {
        var plan = Submitted();
        plan.Approve("组织员", Now);
        return plan;
    }
}
