using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BranchGrading.Data.Mappings;

internal sealed class GradeChangeMapping : IEntityTypeConfiguration<GradeChange>
{
    public void Configure(EntityTypeBuilder<GradeChange> change)
    {
        change.ToTable("GradeChanges");
        change.Property(c => c.From).HasColumnName("FromGrade");
        change.Property(c => c.To).HasColumnName("ToGrade");
        change.Property(c => c.Reason).HasMaxLength(GradeChange.ReasonMaxLength);
        change.Property(c => c.DocumentNumber).HasMaxLength(GradeChange.DocumentNumberMaxLength);
        change.Property(c => c.By).HasColumnName("ChangedBy").HasMaxLength(60);
        change.Property(c => c.At).HasColumnName("ChangedAt");
        change.HasOne<GradingRound>().WithMany().HasForeignKey(c => c.RoundId).OnDelete(DeleteBehavior.Restrict);
        change.HasOne(c => c.Participant).WithMany().HasForeignKey(c => c.ParticipantId).OnDelete(DeleteBehavior.Restrict);
        change.HasOne(c => c.Objection).WithMany().HasForeignKey(c => c.ObjectionId).OnDelete(DeleteBehavior.Restrict);
    }
}
