using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Standards;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BranchGrading.Data.Mappings;

internal sealed class AttachmentMapping : IEntityTypeConfiguration<Attachment>
{
    public void Configure(EntityTypeBuilder<Attachment> e)
    {
        e.ToTable("Attachments");
        e.HasIndex(x => x.StoredName).IsUnique();
        e.Ignore(x => x.IsPicture);
        e.Property(x => x.FileName).HasMaxLength(Attachment.FileNameMaxLength);
        e.Property(x => x.Extension).HasMaxLength(5);
        e.Property(x => x.Sha256).HasMaxLength(64);
        e.Property(x => x.AddedBy).HasMaxLength(60);
        e.Property(x => x.RemovedBy).HasMaxLength(60);
        e.HasOne(x => x.Participant).WithMany().HasForeignKey(x => x.ParticipantId).OnDelete(DeleteBehavior.Restrict);
        e.HasOne(x => x.Evidence).WithMany().HasForeignKey(x => x.EvidenceId).OnDelete(DeleteBehavior.Restrict);
        e.HasOne(x => x.PlanEntry).WithMany().HasForeignKey(x => x.PlanEntryId).OnDelete(DeleteBehavior.Restrict);
        e.HasOne(x => x.CommitteeNote).WithMany().HasForeignKey(x => x.CommitteeNoteId).OnDelete(DeleteBehavior.Restrict);
        e.HasOne(x => x.HandIn).WithMany().HasForeignKey(x => x.HandInId).OnDelete(DeleteBehavior.Restrict);
        e.HasOne(x => x.Bulletin).WithMany().HasForeignKey(x => x.BulletinId).OnDelete(DeleteBehavior.Restrict);
        e.HasOne<StandardItem>().WithMany().HasForeignKey(x => x.ItemId).OnDelete(DeleteBehavior.Restrict);
    }
}
