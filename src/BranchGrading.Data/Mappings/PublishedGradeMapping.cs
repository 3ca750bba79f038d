using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BranchGrading.Data.Mappings;

internal sealed class PublishedGradeMapping : IEntityTypeConfiguration<PublishedGrade>
{
    public void Configure(EntityTypeBuilder<PublishedGrade> grade)
    {
        grade.HasIndex(g => g.ParticipantId).IsUnique();
        grade.HasOne(g => g.Participant).WithMany().HasForeignKey(g => g.ParticipantId).OnDelete(DeleteBehavior.Restrict);
    }
}
