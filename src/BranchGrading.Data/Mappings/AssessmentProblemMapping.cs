using BranchGrading.Domain.Assessments;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BranchGrading.Data.Mappings;

internal sealed class AssessmentProblemMapping : IEntityTypeConfiguration<AssessmentProblem>
{
    public void Configure(EntityTypeBuilder<AssessmentProblem> e)
    {
        e.ToTable("AssessmentProblems");
        e.HasIndex(x => x.ParticipantId);
        e.Ignore(x => x.Missing);
        e.Property(x => x.Order).HasColumnName("Position");
        e.Property(x => x.Description).HasMaxLength(AssessmentProblem.DescriptionMaxLength);
        e.Property(x => x.Measure).HasMaxLength(AssessmentProblem.MeasureMaxLength);
        e.Property(x => x.ResponsiblePerson).HasMaxLength(AssessmentProblem.ResponsiblePersonMaxLength);
        e.Property(x => x.SavedBy).HasMaxLength(60);
        e.HasOne(x => x.Participant).WithMany().HasForeignKey(x => x.ParticipantId).OnDelete(DeleteBehavior.Restrict);
    }
}
