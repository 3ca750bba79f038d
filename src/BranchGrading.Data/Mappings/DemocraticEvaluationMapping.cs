using BranchGrading.Domain.Assessments;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BranchGrading.Data.Mappings;

internal sealed class DemocraticEvaluationMapping : IEntityTypeConfiguration<DemocraticEvaluation>
{
    public void Configure(EntityTypeBuilder<DemocraticEvaluation> evaluation)
    {
        evaluation.ToTable("Evaluations");
        evaluation.HasIndex(e => new { e.ParticipantId, e.Panel }).IsUnique();
        evaluation.ComplexProperty(e => e.Count, count => count.Ignore(c => c.MayBeShown).Ignore(c => c.IssuedMoreThanExpected));
        evaluation.HasOne(e => e.Participant).WithMany().HasForeignKey(e => e.ParticipantId).OnDelete(DeleteBehavior.Restrict);
    }
}
