using BranchGrading.Data.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BranchGrading.Data.Mappings;

internal sealed class AccountMapping : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> account)
    {
        account.ToTable("Accounts");
        account.Property(a => a.UserName).HasMaxLength(Account.UserNameMaxLength);
        account.Property(a => a.NormalizedUserName).HasMaxLength(Account.UserNameMaxLength);
        account.HasIndex(a => a.PersonId).IsUnique();
        account.Ignore(a => a.HasPassword);
        account.HasMany(a => a.RoleLinks).WithOne().HasForeignKey(link => link.UserId).OnDelete(DeleteBehavior.ClientCascade);
        account.HasOne(a => a.Person).WithMany().HasForeignKey(a => a.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
