using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Standards;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BranchGrading.Data.Mappings;

internal sealed class ItemScoreMapping : IEntityTypeConfiguration<ItemScore>
{
    public void Configure(EntityTypeBuilder<ItemScore> e)
    {
        e.ToTable("ItemScores");
        e.HasIndex(x => new { x.ParticipantId, x.Scorer, x.ItemId }).IsUnique();
        e.Ignore(x => x.Answer);
        e.Property(x => x.Note).HasMaxLength(ItemScore.NoteMaxLength);
        e.Property(x => x.SavedBy).HasMaxLength(60);
        e.HasOne(x => x.Participant).WithMany().HasForeignKey(x => x.ParticipantId).OnDelete(DeleteBehavior.Restrict);
        e.HasOne<StandardItem>().WithMany().HasForeignKey(x => x.ItemId).OnDelete(DeleteBehavior.Restrict);
    }
}
