using BranchGrading.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BranchGrading.Data.Mappings;

internal sealed class CommitteeMapping : IEntityTypeConfiguration<Committee>
{
    public void Configure(EntityTypeBuilder<Committee> committee)
    {
        committee.Property(c => c.Name).HasMaxLength(Committee.NameMaxLength);
        committee.Property(c => c.NameKey).HasMaxLength(Committee.NameMaxLength);
        committee.Property(c => c.Code).HasMaxLength(Committee.CodeMaxLength);
        committee.Property(c => c.CodeKey).HasMaxLength(Committee.CodeMaxLength);
        committee.HasIndex(c => c.NameKey).IsUnique();
        committee.HasIndex(c => c.CodeKey).IsUnique();
        committee.HasMany(c => c.Branches).WithOne(b => b.Committee).HasForeignKey(b => b.CommitteeId).OnDelete(DeleteBehavior.Restrict);
        committee.HasMany(c => c.Terms).WithOne(t => t.Committee).HasForeignKey(t => t.CommitteeId).OnDelete(DeleteBehavior.Restrict);
    }
}
