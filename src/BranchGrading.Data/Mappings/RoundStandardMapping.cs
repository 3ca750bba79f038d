using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BranchGrading.Data.Mappings;

internal sealed class RoundStandardMapping : IEntityTypeConfiguration<RoundStandard>
{
    public void Configure(EntityTypeBuilder<RoundStandard> standard)
    {
        standard.ToTable("RoundStandards");
        standard.HasKey(s => new { s.RoundId, s.BranchType });
        standard.HasOne<Domain.Standards.ScoringStandard>().WithMany().HasForeignKey(s => s.StandardId).OnDelete(DeleteBehavior.Restrict);
    }
}
