using BranchGrading.Data.Mail;
using BranchGrading.Domain.HandIns;
using BranchGrading.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BranchGrading.Data.Mappings;

internal sealed class OutboxMailMapping : IEntityTypeConfiguration<OutboxMail>
{
    public void Configure(EntityTypeBuilder<OutboxMail> e)
    {
        e.ToTable("Mails");
        e.HasIndex(x => x.Key).IsUnique();
        e.HasIndex(x => new { x.SentAt, x.GivenUpAt, x.NextTryAt });
        e.Property(x => x.Key).HasColumnName("MailKey").HasMaxLength(OutboxMail.KeyMaxLength);
        e.Property(x => x.Kind).HasColumnName("MailKind").HasConversion<string>().HasMaxLength(20);
        e.Property(x => x.RecipientName).HasMaxLength(OutboxMail.RecipientMaxLength);
        e.Property(x => x.Address).HasMaxLength(OutboxMail.AddressMaxLength);
        e.Property(x => x.Subject).HasMaxLength(OutboxMail.SubjectMaxLength);
        e.Property(x => x.Body).HasMaxLength(OutboxMail.BodyMaxLength);
        e.Property(x => x.LastError).HasMaxLength(OutboxMail.ErrorMaxLength);
        e.HasOne<Person>().WithMany().HasForeignKey(x => x.PersonId).OnDelete(DeleteBehavior.Restrict);
        e.HasOne<HandIn>().WithMany().HasForeignKey(x => x.HandInId).OnDelete(DeleteBehavior.Restrict);
    }
}
