using BranchGrading.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BranchGrading.Data.Mappings;

internal sealed class CommitteeNoteMapping : IEntityTypeConfiguration<CommitteeNote>
{
    public void Configure(EntityTypeBuilder<CommitteeNote> e)
    {
        e.ToTable("CommitteeNotes");
        e.Property(x => x.Kind).HasColumnName("NoteKind").HasConversion<string>().HasMaxLength(20);
        e.Property(x => x.On).HasColumnName("NotedOn");
        e.Property(x => x.Content).HasMaxLength(CommitteeNote.ContentMaxLength);
        e.Property(x => x.RecordedBy).HasMaxLength(60);
        e.HasOne(x => x.Committee).WithMany().HasForeignKey(x => x.CommitteeId).OnDelete(DeleteBehavior.Restrict);
        e.HasOne(x => x.Branch).WithMany().HasForeignKey(x => x.BranchId).OnDelete(DeleteBehavior.Restrict);
    }
}
