using BranchGrading.Data.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BranchGrading.Data.Mappings;

internal sealed class MailTemplateMapping : IEntityTypeConfiguration<MailTemplate>
{
    public void Configure(EntityTypeBuilder<MailTemplate> e)
    {
        e.ToTable("MailTemplates");
        e.HasIndex(x => x.Kind).IsUnique();
        e.Property(x => x.Kind).HasColumnName("MailKind").HasConversion<string>().HasMaxLength(20);
        e.Property(x => x.Subject).HasMaxLength(OutboxMail.SubjectMaxLength);
        e.Property(x => x.Body).HasMaxLength(OutboxMail.BodyMaxLength);
    }
}
