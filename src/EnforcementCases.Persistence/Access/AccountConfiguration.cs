using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Personnel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EnforcementCases.Persistence.Access;

internal sealed class AccountConfiguration : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("accounts");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.UserName).IsCode(Account.UserNameMaxLength).IsRequired();
        builder.Property(a => a.NormalizedUserName).IsCode(Account.UserNameMaxLength).IsRequired();
        builder.HasIndex(a => a.NormalizedUserName).IsUnique();
        builder.Property(a => a.PasswordHash).IsCode(200);
        builder.Property(a => a.ConcurrencyStamp).IsCode(40).IsConcurrencyToken();
        builder.Property(a => a.RightsVersion).IsConcurrencyToken();
        builder
            .Ignore(a => a.Email)
            .Ignore(a => a.NormalizedEmail)
            .Ignore(a => a.EmailConfirmed)
            .Ignore(a => a.PhoneNumber)
            .Ignore(a => a.PhoneNumberConfirmed)
            .Ignore(a => a.TwoFactorEnabled)
            .Ignore(a => a.LockoutEnabled)
            .Ignore(a => a.SecurityStamp);
        builder.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(a => a.OrganisationId);
        builder.HasMany(a => a.Roles).WithOne().HasForeignKey(r => r.AccountId);
        builder.HasMany(a => a.Offices).WithOne().HasForeignKey(o => o.AccountId);
        builder.HasIndex(a => a.OrganisationPath);
        builder.Property(a => a.ExternalKey).IsCode(64);
        builder.HasIndex(a => a.ExternalKey).IsUnique();
    }
}

internal sealed class AccountRoleConfiguration : IEntityTypeConfiguration<AccountRole>
{
    public void Configure(EntityTypeBuilder<AccountRole> builder)
    {
        builder.ToTable("account_roles");
        builder.HasKey(r => new { r.AccountId, r.Role });
    }
}

internal sealed class OfficeConfiguration : IEntityTypeConfiguration<Office>
{
    public void Configure(EntityTypeBuilder<Office> builder)
    {
        builder.ToTable("offices");
        builder.HasKey(o => new { o.AccountId, o.Place });
        builder.Property(o => o.Place).ValueGeneratedNever();
        builder.Property(o => o.OrganisationPath).IsCode(Organisation.PathMaxLength);
        builder.Property(o => o.From).HasColumnName("held_from");
        builder.Property(o => o.Until).HasColumnName("held_until");
        builder.HasIndex(o => o.PersonId);
        builder.HasIndex(o => o.OrganisationPath);
    }
}

internal sealed class SecondFactorConfiguration : IEntityTypeConfiguration<SecondFactor>
{
    private const int SealedSecretBytes = 100;

    public void Configure(EntityTypeBuilder<SecondFactor> builder)
    {
        builder.ToTable("second_factors");
        builder.HasKey(f => f.AccountId);
        builder.Property(f => f.AccountId).ValueGeneratedNever();
        builder.Property(f => f.Secret).HasMaxLength(SealedSecretBytes);
        builder.Property(f => f.PendingSecret).HasMaxLength(SealedSecretBytes);
        builder.Property(f => f.LastStep).IsConcurrencyToken();
        builder.HasOne<Account>().WithOne().HasForeignKey<SecondFactor>(f => f.AccountId);
        builder.HasMany(f => f.RecoveryCodes).WithOne().HasForeignKey(c => c.AccountId);
    }
}

internal sealed class RecoveryCodeConfiguration : IEntityTypeConfiguration<RecoveryCode>
{
    public void Configure(EntityTypeBuilder<RecoveryCode> builder)
    {
        builder.ToTable("recovery_codes");
        builder.HasKey(c => new { c.AccountId, c.Hash });
        builder.Property(c => c.Hash).IsCode(64);
    }
}

internal sealed class SessionConfiguration : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.ToTable("sessions");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Device).HasMaxLength(Session.DeviceMaxLength);
        builder.Property(s => s.Address).IsCode(Session.AddressMaxLength);
        builder.Property(s => s.RefreshHash).HasMaxLength(32);
        builder.Property(s => s.Generation).IsConcurrencyToken();
        builder.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId);
        builder.HasIndex(s => new { s.EndedAt, s.ExpiresAt }); // the live ones, every two seconds
    }
}

internal sealed class SecurityEventConfiguration : IEntityTypeConfiguration<SecurityEvent>
{
    public void Configure(EntityTypeBuilder<SecurityEvent> builder)
    {
        builder.ToTable("security_events");
        builder.HasKey(e => e.Seq);
        builder.Property(e => e.Seq).ValueGeneratedNever();
        builder.Property(e => e.OwnerPath).IsCode(Organisation.PathMaxLength);
        builder.Property(e => e.Operation).IsCode(60);
        builder.Property(e => e.TraceId).IsCode(64);
        builder.Property(e => e.RemoteHash).IsCode(64);
        builder.Property(e => e.Detail).HasMaxLength(SecurityEvent.DetailMaxLength);
        builder.HasIndex(e => new { e.OwnerPath, e.Seq });
    }
}
