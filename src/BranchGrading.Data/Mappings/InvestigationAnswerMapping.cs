using BranchGrading.Domain.Assessments;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BranchGrading.Data.Mappings;

internal sealed class InvestigationAnswerMapping : IEntityTypeConfiguration<InvestigationAnswer>
{
    public void Configure(EntityTypeBuilder<InvestigationAnswer> e)
    {
        e.ToTable("InvestigationAnswers");
        e.HasIndex(x => new { x.ParticipantId, x.Scorer, x.Question }).IsUnique();
        e.Ignore(x => x.IsComplete);
        e.Property(x => x.Explanation).HasMaxLength(InvestigationAnswer.ExplanationMaxLength);
        e.Property(x => x.SavedBy).HasMaxLength(60);
        e.HasOne(x => x.Participant).WithMany().HasForeignKey(x => x.ParticipantId).OnDelete(DeleteBehavior.Restrict);
    }
}
