using BranchGrading.Domain.Assessments;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BranchGrading.Data.Mappings;

internal sealed class SelfAssessmentMapping : IEntityTypeConfiguration<SelfAssessment>
{
    public void Configure(EntityTypeBuilder<SelfAssessment> s)
    {
        s.ToTable("SelfAssessments");
        s.HasIndex(x => x.ParticipantId).IsUnique();
        s.Property(x => x.SubmittedBy).HasMaxLength(60);
        s.Property(x => x.BegunBy).HasMaxLength(60);
        s.Property(x => x.BasicsConfirmedBy).HasMaxLength(60);
        s.Ignore(x => x.IsFromPaper).Ignore(x => x.IsSubmitted).Ignore(x => x.Score).Ignore(x => x.WhyNotDraft);
        s.HasMany(x => x.Submissions).WithOne().HasForeignKey(x => x.SelfAssessmentId).OnDelete(DeleteBehavior.ClientCascade);
        s.HasMany(x => x.Returns).WithOne().HasForeignKey(x => x.SelfAssessmentId).OnDelete(DeleteBehavior.ClientCascade);
        s.HasOne(x => x.Participant).WithOne().HasForeignKey<SelfAssessment>(x => x.ParticipantId).OnDelete(DeleteBehavior.Restrict);
    }
}
