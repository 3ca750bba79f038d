using BranchGrading.Domain.Assessments;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BranchGrading.Data.Mappings;

internal sealed class FinalDecisionMapping : IEntityTypeConfiguration<FinalDecision>
{
    public void Configure(EntityTypeBuilder<FinalDecision> f)
    {
        f.ToTable("Decisions");
        f.HasIndex(x => x.ParticipantId).IsUnique();
        f.Property(x => x.DecidedBy).HasMaxLength(60);
        f.Property(x => x.Reason).HasMaxLength(FinalDecision.ReasonMaxLength);
        f.HasOne(x => x.Participant).WithOne().HasForeignKey<FinalDecision>(x => x.ParticipantId).OnDelete(DeleteBehavior.Restrict);
    }
}
