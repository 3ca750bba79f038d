using BranchGrading.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BranchGrading.Data.Mappings;

internal sealed class PastGradeMapping : IEntityTypeConfiguration<PastGrade>
{
    public void Configure(EntityTypeBuilder<PastGrade> grade)
    {
        grade.Property(g => g.Note).HasMaxLength(PastGrade.NoteMaxLength);
        grade.HasIndex(g => new { g.BranchId, g.Year }).IsUnique();
        grade.HasOne<Domain.Rounds.GradingRound>().WithMany().HasForeignKey(g => g.RoundId).OnDelete(DeleteBehavior.Restrict);
    }
}
