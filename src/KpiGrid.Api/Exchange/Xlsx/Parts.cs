using System.IO.Compression;
using System.Xml;

namespace KpiGrid.Api.Exchange.Xlsx;

/// <summary>The parts of a workbook as XML; all that are opened may unfold to so many bytes together.</summary>
internal sealed class Parts(ZipArchive archive, ExchangeOptions limits)
{
    private static readonly XmlReaderSettings strict = new()
    {
        DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = true, IgnoreComments = true,
        IgnoreProcessingInstructions = true, IgnoreWhitespace = false,
    };

    private long left = limits.UnpackedBytesMax;

    /// <summary>A part; null where there is none of that name.</summary>
    public XmlReader? Open(string name) => archive.GetEntry(name) is { } entry
        ? XmlReader.Create(new Bounded(entry.Open(), this), strict)
        : null;

    /// <summary>Counts what is read, whatever size the archive claims.</summary>
    private void Spend(int bytes)
    {
        left -= bytes;
        if (left < 0) FileGuard.Refuse("file-unpacked-too-large", limits.UnpackedBytesMax, null);
    }

    private sealed class Bounded(Stream inner, Parts parts) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = inner.Read(buffer, offset, count);
            parts.Spend(read);
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing) inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
