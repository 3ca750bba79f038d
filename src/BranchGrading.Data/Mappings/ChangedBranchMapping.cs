using BranchGrading.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BranchGrading.Data.Mappings;

internal sealed class ChangedBranchMapping : IEntityTypeConfiguration<ChangedBranch>
{
    public void Configure(EntityTypeBuilder<ChangedBranch> e)
    {
        e.ToTable("ChangedBranches");
        e.Property(x => x.Name).HasMaxLength(Branch.NameMaxLength);
        e.Property(x => x.CommitteeName).HasMaxLength(Committee.NameMaxLength);
        e.Property(x => x.PersonName).HasMaxLength(Person.NameMaxLength);
        e.HasOne(x => x.Branch).WithMany().HasForeignKey(x => x.BranchId).OnDelete(DeleteBehavior.Restrict);
    }
}
