using BranchGrading.Domain.Assessments;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BranchGrading.Data.Mappings;

internal sealed class PreliminaryReviewMapping : IEntityTypeConfiguration<PreliminaryReview>
{
    public void Configure(EntityTypeBuilder<PreliminaryReview> p)
    {
        p.ToTable("Reviews");
        p.HasIndex(x => x.ParticipantId).IsUnique();
        p.Property(x => x.RecordedBy).HasMaxLength(60);
        p.Property(x => x.Opinion).HasMaxLength(PreliminaryReview.OpinionMaxLength);
        p.HasOne(x => x.Participant).WithOne().HasForeignKey<PreliminaryReview>(x => x.ParticipantId).OnDelete(DeleteBehavior.Restrict);
    }
}
