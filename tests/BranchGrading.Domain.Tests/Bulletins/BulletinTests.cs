using BranchGrading.Domain.Bulletins;
using Xunit;

namespace BranchGrading.Domain.Tests.Bulletins;

public sealed class BulletinTests
{
    private static readonly DateTime Now = new(2012, 3, 20, 2, 0, 0, DateTimeKind.Utc);
    private static readonly BulletinAudience Secretaries = new(["BranchSecretary"], []);

    [Fact]
    public void A_draft_is_published_and_withdrawn_in_this_order_and_once_each()
    {
        var bulletin = Draft();
        Assert.Equal((true, false, false), (bulletin.IsDraft, bulletin.IsInForce, bulletin.IsWithdrawn));
        Assert.Throws<RuleViolationException>(() => bulletin.Withdraw(Now));
        bulletin.Publish(Now);
        Assert.True(bulletin.IsInForce);
        Assert.NotNull(bulletin.WhyNotDelete);
        Assert.Throws<RuleViolationException>(() => bulletin.Publish(Now));
        bulletin.Withdraw(Now);
        Assert.Equal((false, true), (bulletin.IsInForce, bulletin.IsWithdrawn));
        Assert.Throws<RuleViolationException>(() => bulletin.Withdraw(Now));
        Assert.Throws<RuleViolationException>(() => bulletin.Publish(Now));
        Assert.Throws<RuleViolationException>(() => Edit(bulletin));
        Assert.Throws<RuleViolationException>(() => bulletin.Confirm(1, "书记", Now));
    }

    [Fact]
    public void A_reader_confirms_once()
    {
        var bulletin = Published();
        Assert.True(bulletin.Confirm(1, "书记", Now));
        Assert.False(bulletin.Confirm(1, "书记", Now.AddHours(1)));
        Assert.True(bulletin.Confirm(2, "另一位", Now));
        Assert.Equal([Now, Now], bulletin.Receipts.Select(receipt => receipt.At));
    }

    [Fact]
    public void Where_no_receipt_is_asked_for_none_is_taken()
    {
        var bulletin = new Bulletin(null, BulletinKind.GoodCase, "好做法", "内容", Secretaries, false, "部长", Now);
        bulletin.Publish(Now);
        Assert.Throws<RuleViolationException>(() => bulletin.Confirm(1, "书记", Now));
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 0)]
    public void A_correction_keeps_receipts_unless_everybody_is_asked_again(bool askAgain, int left)
    {
        var bulletin = Published();
        bulletin.Confirm(1, "书记", Now);
        Assert.False(bulletin.IsCorrected);
        Edit(bulletin, askAgain: askAgain, at: Now.AddHours(1));
        Assert.True(bulletin.IsCorrected);
        Assert.Equal(left, bulletin.Receipts.Count);
    }

    [Fact]
    public void A_changed_draft_is_no_correction()
    {
        var bulletin = Draft();
        Edit(bulletin, at: Now.AddHours(1));
        bulletin.Publish(Now.AddHours(1));
        Assert.False(bulletin.IsCorrected);
    }

    [Fact]
    public void Committees_are_kept_once_and_those_that_stay_stay_the_same_rows()
    {
        var bulletin = new Bulletin(null, BulletinKind.Notice, "标题", "内容", Secretaries with { Committees = [1, 2, 2] }, true, "部长", Now);
        var kept = bulletin.Targets[1];
        Edit(bulletin, Secretaries with { Committees = [2, 3] });
        Assert.Equal([2, 3], bulletin.Targets.Select(target => target.CommitteeId));
        Assert.Same(kept, bulletin.Targets[0]);
    }

    [Fact]
    public void It_is_for_somebody_and_a_committees_for_its_own_people()
    {
        Assert.Throws<RuleViolationException>(() => new Bulletin(null, BulletinKind.Notice, "标题", "内容", new BulletinAudience([], []), true, "部长", Now));
        Assert.Throws<RuleViolationException>(() => new Bulletin(7, BulletinKind.Notice, "标题", "内容", Secretaries with { Committees = [8] }, true, "组织员", Now));
        Assert.Equal(7, new Bulletin(7, BulletinKind.Notice, "标题", "内容", Secretaries, true, "组织员", Now).CommitteeId);
    }

    [Theory]
    [InlineData("", "内容")]
    [InlineData("  ", "内容")]
    [InlineData("标题", " \r\n ")]
    public void It_has_title_and_content(string title, string content) =>
        Assert.Throws<RuleViolationException>(() => new Bulletin(null, BulletinKind.Notice, title, content, Secretaries, true, "部长", Now));

    [Fact]
    public void Title_and_content_keep_to_their_lengths_and_the_title_to_its_line()
    {
        Assert.Equal("两 行", new Bulletin(null, BulletinKind.Notice, "两\r\n行", new string('长', Bulletin.ContentMaxLength), Secretaries, true, "部长", Now).Title);
        Assert.Throws<RuleViolationException>(() => new Bulletin(null, BulletinKind.Notice, new string('长', Bulletin.TitleMaxLength + 1), "内容", Secretaries, true, "部长", Now));
        Assert.Throws<RuleViolationException>(() => new Bulletin(null, BulletinKind.Notice, "标题", new string('长', Bulletin.ContentMaxLength + 1), Secretaries, true, "部长", Now));
    }

    private static Bulletin Draft() => new(null, BulletinKind.Notice, "标题", "内容", Secretaries, true, "部长", Now);

    private static Bulletin Published()
    {
        var bulletin = Draft();
        bulletin.Publish(Now);
        return bulletin;
    }

    private static void Edit(Bulletin bulletin, BulletinAudience? audience = null, bool askAgain = false, DateTime? at = null) =>
        bulletin.Edit(BulletinKind.Notice, "新标题", "新内容", audience ?? Secretaries, true, askAgain, "部长", at ?? Now);
}
