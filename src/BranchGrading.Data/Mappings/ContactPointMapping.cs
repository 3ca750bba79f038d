using BranchGrading.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BranchGrading.Data.Mappings;

internal sealed class ContactPointMapping : IEntityTypeConfiguration<ContactPoint>
{
    public void Configure(EntityTypeBuilder<ContactPoint> e)
    {
        e.ToTable("ContactPoints");
        e.Property(x => x.Leader).HasMaxLength(ContactPoint.LeaderMaxLength);
        e.Property(x => x.RecordedBy).HasMaxLength(60);
        e.HasIndex(x => new { x.Year, x.BranchId }).IsUnique();
        e.HasOne<Committee>().WithMany().HasForeignKey(x => x.CommitteeId).OnDelete(DeleteBehavior.Restrict);
        e.HasOne(x => x.Branch).WithMany().HasForeignKey(x => x.BranchId).OnDelete(DeleteBehavior.Restrict);
    }
}
