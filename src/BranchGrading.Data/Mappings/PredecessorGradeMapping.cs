using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BranchGrading.Data.Mappings;

internal sealed class PredecessorGradeMapping : IEntityTypeConfiguration<PredecessorGrade>
{
    public void Configure(EntityTypeBuilder<PredecessorGrade> predecessor)
    {
        predecessor.ToTable("PredecessorGrades");
        predecessor.Property(p => p.Reason).HasMaxLength(PredecessorGrade.ReasonMaxLength);
        predecessor.Property(p => p.ChosenBy).HasMaxLength(60);
        predecessor.HasIndex(p => p.ParticipantId).IsUnique();
        predecessor.HasOne(p => p.Participant).WithMany().HasForeignKey(p => p.ParticipantId).OnDelete(DeleteBehavior.Restrict);
        predecessor.HasOne(p => p.PastGrade).WithMany().HasForeignKey(p => p.PastGradeId).OnDelete(DeleteBehavior.Restrict);
    }
}
