using BranchGrading.Domain.Organisation;
using Microsoft.AspNetCore.Identity;

namespace BranchGrading.Data.Identity;

/// <summary>账号: lets a person sign in. What it may see follows from its roles and the person's current offices.</summary>
public sealed class Account : IdentityUser<int>
{
    public const int UserNameMaxLength = 40;
    public const int MaxTries = 10;
    public static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(15);

    public Account()
    {
    }

    public Account(string userName, Person person)
    {
        UserName = userName.Trim();
        NormalizedUserName = UserName.ToUpperInvariant();
        Person = person;
        LockoutEnabled = true;
        SecurityStamp = NewStamp();
    }

    private readonly List<IdentityUserRole<int>> _roleLinks = [];

    public int PersonId { get; private set; }

    public Person Person { get; private set; } = null!;

    /// <summary>A one-time password is set: it must be changed at the first sign-in.</summary>
    public bool MustChangePassword { get; private set; }

    /// <summary>Until when the one-time password is good, in UTC.</summary>
    public DateTime? PasswordExpiresAt { get; private set; }

    /// <summary>停用: cannot sign in.</summary>
    public bool IsDisabled { get; private set; }

    /// <summary>Whether a password is known at all: false until one was handed out.</summary>
    public bool HasPassword => PasswordHash is not null;

    /// <summary>The roles it holds, by their ids.</summary>
    public IReadOnlyList<IdentityUserRole<int>> RoleLinks => _roleLinks;

    /// <summary>Gives a password that its owner must replace at the first sign-in, before it expires. Ends all sessions and a lockout.</summary>
    public void GiveOneTimePassword(string hash, DateTime expiresAt)
    {
        SetPassword(hash);
        (MustChangePassword, PasswordExpiresAt) = (true, expiresAt);
        (LockoutEnd, AccessFailedCount) = (null, 0);
    }

    /// <summary>The owner chose a password. Ends the other sessions.</summary>
    public void ChoosePassword(string hash)
    {
        SetPassword(hash);
        (MustChangePassword, PasswordExpiresAt) = (false, null);
    }

    public void Grant(int roleId)
    {
        if (_roleLinks.Any(link => link.RoleId == roleId))
            return;
        _roleLinks.Add(new IdentityUserRole<int> { RoleId = roleId });
        (SecurityStamp, ConcurrencyStamp) = (NewStamp(), NewStamp());
    }

    /// <summary>Takes a role; sessions that still hold it end.</summary>
    public void Revoke(int roleId)
    {
        if (_roleLinks.RemoveAll(link => link.RoleId == roleId) > 0)
            (SecurityStamp, ConcurrencyStamp) = (NewStamp(), NewStamp());
    }

    /// <summary>Counts a try to sign in: whether it succeeds. After <see cref="MaxTries"/> wrong ones the account is locked for a while, also for the right password.</summary>
    public bool TrySignIn(bool passwordIsRight, DateTime now)
    {
        if (LockoutEnd > now)
            return false;
        (AccessFailedCount, LockoutEnd) = passwordIsRight ? (0, null) : (AccessFailedCount + 1, LockoutEnd);
        if (AccessFailedCount >= MaxTries)
            (AccessFailedCount, LockoutEnd) = (0, now + LockedFor);
        return passwordIsRight && !IsDisabled;
    }

    /// <summary>停用: sessions end within a minute.</summary>
    public void Disable() => (IsDisabled, SecurityStamp, ConcurrencyStamp) = (true, NewStamp(), NewStamp());

    public void Enable() => (IsDisabled, ConcurrencyStamp) = (false, NewStamp());

    private void SetPassword(string hash) => (PasswordHash, SecurityStamp, ConcurrencyStamp) = (hash, NewStamp(), NewStamp());

    private static string NewStamp() => Guid.NewGuid().ToString("N");
}
