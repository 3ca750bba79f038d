using BranchGrading.Domain.Assessments;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BranchGrading.Data.Mappings;

internal sealed class ReviewCompletionMapping : IEntityTypeConfiguration<ReviewCompletion>
{
    public void Configure(EntityTypeBuilder<ReviewCompletion> e)
    {
        e.ToTable("ReviewCompletions");
        e.HasIndex(x => new { x.ReviewId, x.Number }).IsUnique();
        e.Property(x => x.CompletedBy).HasMaxLength(60);
        e.Property(x => x.Snapshot).HasConversion<AssessmentContentConverter>();
        e.Property(x => x.Changes).HasConversion<ContentChangesConverter>();
    }
}
