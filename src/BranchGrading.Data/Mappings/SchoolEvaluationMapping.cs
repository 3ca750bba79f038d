using BranchGrading.Domain.Assessments;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BranchGrading.Data.Mappings;

internal sealed class SchoolEvaluationMapping : IEntityTypeConfiguration<SchoolEvaluation>
{
    public void Configure(EntityTypeBuilder<SchoolEvaluation> s)
    {
        s.ToTable("SchoolEvaluations");
        s.HasIndex(x => x.ParticipantId).IsUnique();
        s.Property(x => x.RecordedBy).HasMaxLength(60);
        s.Property(x => x.Reason).HasMaxLength(SchoolEvaluation.ReasonMaxLength);
        s.HasOne(x => x.Participant).WithOne().HasForeignKey<SchoolEvaluation>(x => x.ParticipantId).OnDelete(DeleteBehavior.Restrict);
    }
}
