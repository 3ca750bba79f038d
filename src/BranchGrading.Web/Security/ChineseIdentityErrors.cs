using Microsoft.AspNetCore.Identity;

namespace BranchGrading.Web.Security;

/// <summary>What Identity refuses, said in Chinese.</summary>
public sealed class ChineseIdentityErrors : IdentityErrorDescriber
{
    public override IdentityError DefaultError() => Error("没有成功，请再试一次。");

    public override IdentityError ConcurrencyFailure() => Error("这个账号刚刚被别人改过，请刷新后再试。");

    public override IdentityError PasswordMismatch() => Error("现在的密码不对。");

    public override IdentityError DuplicateUserName(string userName) => Error($"登录名「{userName}」已经有人使用。");

    public override IdentityError InvalidUserName(string? userName) => Error($"登录名「{userName}」不能使用。");

    public override IdentityError PasswordTooShort(int length) => Error($"密码至少 {length} 位。");

    public override IdentityError PasswordRequiresDigit() => Error("密码里要有数字。");

    public override IdentityError PasswordRequiresLower() => Error("密码里要有小写字母。");

    public override IdentityError PasswordRequiresUpper() => Error("密码里要有大写字母。");

    public override IdentityError PasswordRequiresNonAlphanumeric() => Error("密码里要有符号，例如 # 或 !。");

    public override IdentityError PasswordRequiresUniqueChars(int uniqueChars) => Error($"密码里至少要有 {uniqueChars} 个不同的字符。");

    private static IdentityError Error(string description) => new() { Code = "", Description = description };
}
