using Microsoft.AspNetCore.Identity;

namespace BranchGrading.Data.Identity;

/// <summary>角色 of an account; the names are those of <see cref="Roles"/>.</summary>
public sealed class Role : IdentityRole<int>
{
    public Role()
    {
    }

    public Role(string name)
        : base(name) => NormalizedName = name.ToUpperInvariant();
}
