using BranchGrading.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BranchGrading.Data.Mappings;

internal sealed class BranchMapping : IEntityTypeConfiguration<Branch>
{
    public void Configure(EntityTypeBuilder<Branch> branch)
    {
        branch.Property(b => b.Name).HasMaxLength(Branch.NameMaxLength);
        branch.Property(b => b.NameKey).HasMaxLength(Branch.NameMaxLength);
        branch.Property(b => b.Code).HasMaxLength(Branch.CodeMaxLength);
        branch.Property(b => b.CodeKey).HasMaxLength(Branch.CodeMaxLength);
        branch.HasIndex(b => new { b.CommitteeId, b.NameKey }).IsUnique();
        branch.HasIndex(b => b.CodeKey).IsUnique();
        branch.Ignore(b => b.Secretary);
        branch.HasOne(b => b.Successor).WithMany().HasForeignKey(b => b.SuccessorId).OnDelete(DeleteBehavior.Restrict);
        branch.HasMany(b => b.Terms).WithOne(t => t.Branch).HasForeignKey(t => t.BranchId).OnDelete(DeleteBehavior.Restrict);
        branch.HasMany(b => b.PastGrades).WithOne(g => g.Branch).HasForeignKey(g => g.BranchId).OnDelete(DeleteBehavior.Restrict);
    }
}
