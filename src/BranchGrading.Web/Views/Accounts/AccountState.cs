using BranchGrading.Data;
using BranchGrading.Data.Identity;

namespace BranchGrading.Web.Views.Accounts;

/// <summary>Whether an account can be used, as lists show it.</summary>
public sealed record AccountState(bool IsDisabled, bool HasPassword, bool MustChangePassword, DateTime? PasswordExpiresAt, DateTimeOffset? LockoutEnd)
{
    public static AccountState Of(Account account) =>
        new(account.IsDisabled, account.HasPassword, account.MustChangePassword, account.PasswordExpiresAt, account.LockoutEnd);

    /// <summary>The tag: kind, icon and words.</summary>
    public (string Kind, string Icon, string Text) Tag(SchoolClock clock) => this switch
    {
        { IsDisabled: true } => ("plain", "lock", "停用"),
        { LockoutEnd: { } end } when end > clock.UtcNow => ("warn", "lock", $"锁定至 {SchoolTime.Local(end.UtcDateTime):HH:mm}"),
        { HasPassword: false } => ("warn", "circle", "未领取密码"),
        { MustChangePassword: true, PasswordExpiresAt: { } until } when until < clock.UtcNow => ("warn", "clock", "一次性密码已过期"),
        { MustChangePassword: true, PasswordExpiresAt: { } until } => ("sent", "clock", $"一次性密码 {SchoolTime.Local(until):M月d日} 前有效"),
        _ => ("ok", "check", "正常"),
    };
}
