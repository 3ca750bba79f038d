using BranchGrading.Domain.Organisation;
using Xunit;

namespace BranchGrading.Domain.Tests.Organisation;

public sealed class SecretaryReplacementTests
{
    private static readonly DateOnly Changed = new(2026, 5, 10);
    private static readonly DateOnly From = new(2026, 5, 1);

    [Fact]
    public void The_same_person_is_no_change() =>
        Assert.Equal(new(ReplacementState.NotYet, "张三", "张三丰", null), SecretaryReplacement.Of(true, (7, "张三"), (7, "张三丰", From), Changed));

    [Fact]
    public void Another_person_of_the_same_name_is_a_change() =>
        Assert.Equal(new(ReplacementState.Changed, "张三", "张三", Changed), SecretaryReplacement.Of(true, (7, "张三"), (8, "张三", From), Changed));

    [Fact]
    public void Without_a_recorded_change_the_month_of_taking_office_counts() =>
        Assert.Equal(new(ReplacementState.Changed, "张三", "李四", From), SecretaryReplacement.Of(true, (7, "张三"), (8, "李四", From), null));

    [Fact]
    public void Where_only_the_name_was_frozen_the_name_decides()
    {
        Assert.Equal(ReplacementState.NotYet, SecretaryReplacement.Of(true, (null, "张 三"), (8, "张三", From), null).State);
        Assert.Equal(ReplacementState.Changed, SecretaryReplacement.Of(true, (null, "李四"), (8, "张三", From), null).State);
        Assert.Equal(ReplacementState.Changed, SecretaryReplacement.Of(true, (null, null), (8, "张三", From), null).State);
    }

    [Fact]
    public void A_vacancy_is_not_settled_and_a_dissolution_is()
    {
        var vacant = SecretaryReplacement.Of(true, (7, "张三"), null, Changed);
        var dissolved = SecretaryReplacement.Of(false, (7, "张三"), null, Changed);
        Assert.Equal((ReplacementState.Vacant, false), (vacant.State, vacant.IsSettled));
        Assert.Equal((ReplacementState.Dissolved, true), (dissolved.State, dissolved.IsSettled));
        Assert.True(SecretaryReplacement.Of(true, (7, "张三"), (8, "李四", null), null).IsSettled);
        Assert.False(SecretaryReplacement.Of(true, (7, "张三"), (7, "张三", null), null).IsSettled);
    }
}
