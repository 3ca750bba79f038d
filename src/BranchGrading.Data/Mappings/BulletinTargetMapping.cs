using BranchGrading.Domain.Bulletins;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BranchGrading.Data.Mappings;

internal sealed class BulletinTargetMapping : IEntityTypeConfiguration<BulletinTarget>
{
    public void Configure(EntityTypeBuilder<BulletinTarget> e)
    {
        e.ToTable("BulletinTargets");
        e.HasIndex(x => new { x.BulletinId, x.CommitteeId }).IsUnique();
        e.HasOne(x => x.Committee).WithMany().HasForeignKey(x => x.CommitteeId).OnDelete(DeleteBehavior.Restrict);
    }
}
