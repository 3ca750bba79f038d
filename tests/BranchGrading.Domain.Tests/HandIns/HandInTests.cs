using BranchGrading.Domain.HandIns;
using Xunit;

namespace BranchGrading.Domain.Tests.HandIns;

public sealed class HandInTests
{
    private static readonly DateTime Deadline = new(2012, 4, 9, 3, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("A1B2-C3D4-E5F6", "A1B2C3D4E5F6")]
    [InlineData("ａ１ｂ２ c3d4 e5f6", "A1B2C3D4E5F6")]
    [InlineData("O1B2-C3D4-E5FI", "01B2C3D4E5F1")]
    [InlineData("A1B2-C3D4-E5F", null)]
    [InlineData("A1B2-C3D4-E5FG", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_code_is_read_however_it_is_typed(string? typed, string? read) => Assert.Equal(read, HandIn.ReadCode(typed));

    [Fact]
    public void Other_forms_have_another_code()
    {
        Assert.Equal(HandIn.CheckCodeLength, HandIn.CodeOf([[1], [2]]).Length);
        Assert.NotEqual(HandIn.CodeOf([[1], [2]]), HandIn.CodeOf([[2], [1]]));
        Assert.Equal(HandIn.CodeOf([[1], [2]]), HandIn.CodeOf([[1], [2]]));
    }

    [Fact]
    public void A_right_paper_takes_the_place_of_a_wrong_one_and_then_stands()
    {
        var handIn = Make(Deadline);
        Assert.Null(handIn.PaperAgrees);
        Assert.False(handIn.ReceivePaper("0000-0000-0000", "部长", Deadline));
        Assert.False(handIn.PaperAgrees);
        Assert.True(handIn.ReceivePaper(HandIn.Grouped(handIn.CheckCode), "部长", Deadline));
        Assert.False(handIn.IsSettled);
        handIn.Receive("部长", Deadline);
        Assert.True(handIn.IsSettled);
        Assert.Throws<RuleViolationException>(() => handIn.ReceivePaper("0000-0000-0000", "部长", Deadline));
        Assert.Throws<RuleViolationException>(() => handIn.Receive("部长", Deadline));
    }

    [Fact]
    public void What_was_sent_back_is_out_of_force()
    {
        var handIn = Make(Deadline);
        Assert.Throws<RuleViolationException>(() => handIn.SendBack(" ", "部长", Deadline));
        handIn.SendBack("人数不对", "部长", Deadline);
        Assert.Throws<RuleViolationException>(() => handIn.Receive("部长", Deadline));
        Assert.Throws<RuleViolationException>(() => handIn.SendBack("再退", "部长", Deadline));
    }

    [Fact]
    public void The_deadline_itself_is_too_late()
    {
        var standing = new HandInStanding(Deadline, Deadline, []);
        Assert.Null(standing.WhyNotAt(Deadline.AddTicks(-1)));
        Assert.NotNull(standing.WhyNotAt(Deadline));
        Assert.Equal(HandInState.Waiting, standing.StateAt(Deadline.AddTicks(-1)));
        Assert.Equal(HandInState.Missing, standing.StateAt(Deadline));
        Assert.Equal(HandInState.Waiting, new HandInStanding(Deadline, Deadline.AddDays(1), []).StateAt(Deadline));
    }

    [Fact]
    public void A_correction_does_not_make_late_and_what_was_sent_back_may_be_corrected()
    {
        var first = Make(Deadline.AddTicks(-1));
        Assert.Equal(HandInState.OnTime, new HandInStanding(Deadline, Deadline, [first, Make(Deadline.AddDays(1), 2)]).StateAt(Deadline.AddDays(2)));
        Assert.Equal(HandInState.Late, new HandInStanding(Deadline, Deadline.AddDays(1), [Make(Deadline)]).StateAt(Deadline));
        var standing = new HandInStanding(Deadline, Deadline, [first]);
        Assert.NotNull(standing.WhyNotAt(Deadline));
        first.SendBack("人数不对", "部长", Deadline);
        Assert.Null(standing.WhyNotAt(Deadline));
        Assert.Equal(HandInState.SentBack, standing.StateAt(Deadline));
    }

    private static HandIn Make(DateTime at, int number = 1) =>
        new(1, 1, number, HandIn.CodeOf([[1]]), [new HandInFile("附表4", "附表4.xlsx", Guid.NewGuid(), 1, new string('0', 64))], "组织员", at);
}
