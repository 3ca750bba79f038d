using BranchGrading.Domain.Assessments;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BranchGrading.Data.Mappings;

internal sealed class SubmissionMapping : IEntityTypeConfiguration<Submission>
{
    public void Configure(EntityTypeBuilder<Submission> e)
    {
        e.ToTable("Submissions");
        e.HasIndex(x => new { x.SelfAssessmentId, x.Number }).IsUnique();
        e.Property(x => x.SubmittedBy).HasMaxLength(60);
        e.Property(x => x.Snapshot).HasConversion<AssessmentContentConverter>();
        e.Property(x => x.Changes).HasConversion<ContentChangesConverter>();
    }
}
