using WaterNode.Station.Ports;

namespace WaterNode.Esp32.Adapters
{
    /// <summary>The display of 128 x 64 pixels (Solomon SSD1306). It keeps showing its last page while the processor sleeps.</summary>
    public sealed class Ssd1306Screen : IScreen
    {
        private const byte CommandStream = 0x00;
        private const byte DataStream = 0x40;
        private const int Bands = 8;
        private const int Columns = 128;

        private readonly I2cChip _chip;
        private readonly byte[] _band = new byte[1 + Columns];
        private bool _isStarted;

        public Ssd1306Screen(I2cChip chip)
        {
            _chip = chip;
        }

        public bool Show(byte[] page)
        {
            _isStarted = _isStarted || _chip.TryWrite(StartSequence());
            if (!_isStarted)
            {
                return false;
            }

            // Column and page pointers back to the first: they wrap by themselves after a whole page, but not after a broken transfer.
            if (!_chip.TryWrite(new byte[] { CommandStream, 0x21, 0, Columns - 1, 0x22, 0, Bands - 1 }))
            {
                _isStarted = false;
                return false;
            }

            _band[0] = DataStream;
            for (int band = 0; band < Bands; band++)
            {
                System.Array.Copy(page, band * Columns, _band, 1, Columns);
                if (!_chip.TryWrite(_band))
                {
                    _isStarted = false;
                    return false;
                }
            }

            return true;
        }

        /// <summary>The start-up flow of the data sheet's application note, for a 128 x 64 glass with the internal charge pump.</summary>
        private static byte[] StartSequence()
        {
            return new byte[]
            {
                CommandStream,
                0xAE,       // display off
                0xD5, 0x80, // clock
                0xA8, 0x3F, // 64 lines
                0xD3, 0x00, // no offset
                0x40,       // start line 0
                0x8D, 0x14, // charge pump on
                0x20, 0x00, // horizontal addressing: bands follow one another
                0xA1, 0xC8, // column 0 left, line 0 on top
                0xDA, 0x12, // COM pins of a 64-line glass
                0x81, 0x7F, // contrast, middle: the display is lit for years
                0xD9, 0xF1, // precharge for the internal pump
                0xDB, 0x40, // deselect level
                0xA4, 0xA6, // show memory, not inverted
                0xAF,       // display on
            };
        }
    }
}
