using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BranchGrading.Data.Mappings;

internal sealed class ExclusionMapping : IEntityTypeConfiguration<Exclusion>
{
    public void Configure(EntityTypeBuilder<Exclusion> exclusion)
    {
        exclusion.ToTable("Exclusions");
        exclusion.HasIndex(e => new { e.RoundId, e.BranchId }).IsUnique();
        exclusion.Property(e => e.Reason).HasMaxLength(Exclusion.ReasonMaxLength);
        exclusion.Property(e => e.By).HasColumnName("ExcludedBy").HasMaxLength(60);
        exclusion.HasOne<Branch>().WithMany().HasForeignKey(e => e.BranchId).OnDelete(DeleteBehavior.Restrict);
    }
}
