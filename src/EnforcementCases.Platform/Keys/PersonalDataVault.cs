using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using EnforcementCases.Domain;

namespace EnforcementCases.Platform.Keys;

/// <summary>Encrypts personal data at rest (AES-256-GCM), each value bound to the cell that it is stored in, and makes the blind index that finds an exact ID number.</summary>
internal sealed class PersonalDataVault(KeyRing keys)
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    /// <summary>A value does not open: it was changed or moved, or the keys are others.</summary>
    public static readonly DomainError DoesNotOpen = new(
        "sealed-value.does-not-open",
        null,
        ErrorKind.Damaged,
        "加密保存的内容无法解密：已被改动、移动，或者密钥不符"
    );

    private readonly byte[] dataKey = keys.Secret("personal-data");
    private readonly byte[] indexKey = keys.Secret("blind-index");

    /// <summary>What bound values begin with; older ones begin with their random nonce.</summary>
    private static ReadOnlySpan<byte> BoundPrefix => "ECS1"u8;

    /// <summary>Encrypts a value for the cell that it will be stored in.</summary>
    public byte[] Seal(ReadOnlySpan<byte> clear, SealedCell cell)
    {
        var sealedBytes = new byte[BoundPrefix.Length + NonceBytes + TagBytes + clear.Length];
        BoundPrefix.CopyTo(sealedBytes);
        Encrypt(clear, sealedBytes.AsSpan(BoundPrefix.Length), cell.Bytes);
        return sealedBytes;
    }

    /// <summary>Decrypts the value of a cell.</summary>
    /// <exception cref="DomainException"><see cref="DoesNotOpen"/>.</exception>
    public byte[] Open(ReadOnlySpan<byte> sealedBytes, SealedCell cell) =>
        TryOpen(sealedBytes, cell, out var clear) ? clear : throw DoesNotOpen.With(cell.ToString());

    /// <summary>Decrypts the value of a cell; false if it does not open.</summary>
    public bool TryOpen(ReadOnlySpan<byte> sealedBytes, SealedCell cell, [NotNullWhen(true)] out byte[]? clear)
    {
        clear = null;
        return IsBound(sealedBytes) && TryDecrypt(sealedBytes[BoundPrefix.Length..], cell.Bytes, out clear);
    }

    /// <summary>Encrypts text; null stays null.</summary>
    public byte[]? SealText(string? clear, SealedCell cell) => clear is null ? null : Seal(Encoding.UTF8.GetBytes(clear), cell);

    /// <summary>Decrypts text; null stays null.</summary>
    /// <exception cref="DomainException"><see cref="DoesNotOpen"/>.</exception>
    public string? OpenText(byte[]? sealedBytes, SealedCell cell) =>
        sealedBytes is null ? null : Encoding.UTF8.GetString(Open(sealedBytes, cell));

    /// <summary>Encrypts a ticket, which is not stored here but kept by the client.</summary>
    /// <param name="purpose">A ticket for one purpose does not open for another.</param>
    public byte[] SealTicket(ReadOnlySpan<byte> clear, string purpose)
    {
        var ticket = new byte[NonceBytes + TagBytes + clear.Length];
        Encrypt(clear, ticket, OfTicket(purpose));
        return ticket;
    }

    /// <summary>Decrypts a ticket; false if it was not issued here or is for another purpose.</summary>
    public bool TryOpenTicket(ReadOnlySpan<byte> ticket, string purpose, [NotNullWhen(true)] out byte[]? clear) =>
        TryDecrypt(ticket, OfTicket(purpose), out clear);

    /// <summary>Whether a value has the form of one that is bound to its cell.</summary>
    public static bool IsBound(ReadOnlySpan<byte> sealedBytes) => sealedBytes.StartsWith(BoundPrefix);

    /// <summary>Decrypts a value from before values were bound, for <c>migrate</c> alone; false if it does not open.</summary>
    /// <param name="purpose">What was authenticated with it then.</param>
    public bool TryOpenUnbound(ReadOnlySpan<byte> sealedBytes, string purpose, [NotNullWhen(true)] out byte[]? clear) =>
        TryDecrypt(sealedBytes, Encoding.UTF8.GetBytes(purpose), out clear);

    /// <summary>HMAC-SHA-256 over a normalised number, hex: equal for equal numbers, disclosing nothing else.</summary>
    public string BlindIndex(string normalised) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(indexKey, Encoding.UTF8.GetBytes(normalised)));

    private static byte[] OfTicket(string purpose) => Encoding.UTF8.GetBytes("ticket:" + purpose);

    private void Encrypt(ReadOnlySpan<byte> clear, Span<byte> into, ReadOnlySpan<byte> bound)
    {
        var nonce = into[..NonceBytes];
        RandomNumberGenerator.Fill(nonce);
        using var cipher = new AesGcm(dataKey, TagBytes);
        cipher.Encrypt(nonce, clear, into[(NonceBytes + TagBytes)..], into.Slice(NonceBytes, TagBytes), bound);
    }

    private bool TryDecrypt(ReadOnlySpan<byte> from, ReadOnlySpan<byte> bound, [NotNullWhen(true)] out byte[]? clear)
    {
        clear = null;
        if (from.Length < NonceBytes + TagBytes)
            return false;
        var opened = new byte[from.Length - NonceBytes - TagBytes];
        using var cipher = new AesGcm(dataKey, TagBytes);
        try
        {
            cipher.Decrypt(from[..NonceBytes], from[(NonceBytes + TagBytes)..], from.Slice(NonceBytes, TagBytes), opened, bound);
        }
        catch (AuthenticationTagMismatchException)
        {
            return false;
        }
        clear = opened;
        return true;
    }
}
