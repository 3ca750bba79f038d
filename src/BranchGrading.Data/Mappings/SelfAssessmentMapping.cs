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
        s.HasOne(x => x.Participant).WithOne().HasForeignKey<SelfAssessment>(x => x.ParticipantId).OnDelete(DeleteBehavior.Restrict);
    }
}
