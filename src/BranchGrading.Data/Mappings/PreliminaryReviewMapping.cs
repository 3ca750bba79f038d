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
        p.Property(x => x.CompletedBy).HasMaxLength(60);
        p.Property(x => x.ContactLeader).HasMaxLength(PreliminaryReview.ContactLeaderMaxLength);
        p.PrimitiveCollection(x => x.Methods).HasMaxLength(100).ElementType().HasConversion<string>();
        p.Ignore(x => x.IsCompleted).Ignore(x => x.IsFromPaper).Ignore(x => x.Score).Ignore(x => x.WhyNotOpen).Ignore(x => x.VetoApplies);
        p.HasMany(x => x.Completions).WithOne().HasForeignKey(x => x.ReviewId).OnDelete(DeleteBehavior.ClientCascade);
        p.HasOne(x => x.Participant).WithOne().HasForeignKey<PreliminaryReview>(x => x.ParticipantId).OnDelete(DeleteBehavior.Restrict);
    }
}
