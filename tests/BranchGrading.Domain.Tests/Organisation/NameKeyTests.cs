using BranchGrading.Domain.Organisation;
using Xunit;

namespace BranchGrading.Domain.Tests.Organisation;

public sealed class NameKeyTests
{
    [Theory]
    [InlineData("材料 学院\n党委", "材料学院党委")]
    [InlineData("Ｚ０１（ａ）", "Z01(A)")]
    [InlineData("　\u200B\uFEFF", "")]
    [InlineData("ß㛃é", "ß㛃é")]
    public void Names_are_compared_without_spaces_width_and_case(string name, string key) => Assert.Equal(key, NameKey.Of(name));
}
