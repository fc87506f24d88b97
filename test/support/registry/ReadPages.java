import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;

/** Reads exchange pages, from docs/exchange-pages.md alone. Prints each page in the form of section 10. */
class ReadPages {
  static byte[] page;
  static int bit;

  public static void main(String[] paths) throws IOException {
    for (String path : paths) {
      page = Files.readAllBytes(Path.of(path));
      System.out.print(read());
    }
  }

  static String read() {
    int end = page.length - 4;
    require(end >= 8 && page[0] == 0x52 && page[1] == 2, "no page of version 2");
    CRC32 crc = new CRC32();
    crc.update(page, 0, end);
    bit = end * 8;
    require(bits(32) == crc.getValue(), "checksum");
    bit = 16;
    int callingCodeDigits = (int) bits(3);
    String digits = Long.toString(bits(37));
    require(callingCodeDigits >= 1 && callingCodeDigits <= 3, "calling code");
    require(digits.length() >= 4 && digits.length() <= 11, "digits");
    StringBuilder text = new StringBuilder();
    text.append(digits, 0, callingCodeDigits).append(' ').append(digits).append('\n');
    int lastKind = -1;
    for (long layers = bits(8); layers > 0; layers--) {
      lastKind = readLayer(text, lastKind);
    }
    require(bit == end * 8, "end of layers");
    return text.append(String.format("%08x\n", crc.getValue())).toString();
  }

  static int readLayer(StringBuilder text, int lastKind) {
    int kind = (int) bits(8);
    require(kind > lastKind, "order of kinds");
    boolean linesAsGaps = bits(1) == 1;
    boolean placesAsGaps = bits(1) == 1;
    boolean table = bits(1) == 1;
    int width = (int) bits(5);
    int n = (int) bits(16);
    int common = (int) bits(16);
    int m = (int) bits(16);
    require(width <= 16 && n >= 1 && n <= 10000 && common >= 1 && m < n, "header of a layer");
    int lineBytes = (int) bits(16);
    int placeBytes = (int) bits(16);
    int linesEnd = bit + lineBytes * 8;
    int placesEnd = linesEnd + placeBytes * 8;
    int[] lines = set(linesAsGaps, n, 10000, linesEnd);
    int[] places = set(placesAsGaps, m, n, placesEnd);
    int[] days = new int[n];
    Arrays.fill(days, common);
    int[] own = days(table, width, m, common);
    for (int i = 0; i < m; i++) {
      days[places[i]] = own[i];
    }
    text.append("kind ").append(kind).append('\n');
    for (int i = 0; i < n; ) {
      int from = i++;
      while (i < n && lines[i] == lines[i - 1] + 1 && days[i] == days[from]) {
        i++;
      }
      text.append(lines[from]).append('-').append(lines[i - 1]).append(' ').append(days[from]).append('\n');
    }
    return kind;
  }

  static int[] set(boolean gaps, int k, int u, int end) {
    int[] members = new int[k];
    if (k == u) {
      Arrays.setAll(members, i -> i);
    } else if (k > 0 && gaps) {
      readGaps(members);
    } else if (k > 0) {
      readBlocks(members, u);
    }
    fill();
    require(bit == end, "end of a set");
    for (int i = 0; i < k; i++) {
      require(members[i] < u && (i == 0 || members[i] > members[i - 1]), "members of a set");
    }
    return members;
  }

  static void readGaps(int[] members) {
    int r = (int) bits(4);
    require(r <= 13, "parameter of gaps");
    int next = 0;
    for (int i = 0; i < members.length; i++) {
      int zeros = 0;
      while (bits(1) == 0) {
        zeros++;
      }
      members[i] = next + (zeros << r) + (int) bits(r);
      next = members[i] + 1;
    }
  }

  static void readBlocks(int[] members, int u) {
    int groups = (u + 999) / 1000;
    int[] e = new int[groups];
    int[] v = new int[groups];
    int[] body = new int[groups];
    for (int group = 0; group < groups; group++) {
      e[group] = (int) bits(10);
      v[group] = (int) bits(3);
      body[group] = (int) bits(11);
    }
    int found = 0;
    for (int group = 0; group < groups; group++) {
      int begin = bit;
      int size = Math.min(1000, u - group * 1000);
      int blocks = (size + 49) / 50;
      int h = (1 << v[group]) / 2;
      int a = Math.max(0, Math.min(e[group] / blocks - h, 51 - (1 << v[group])));
      int[] j = new int[blocks];
      int left = e[group];
      for (int block = 0; block < blocks - 1; block++) {
        j[block] = a + (int) bits(v[group]);
        left -= j[block];
      }
      j[blocks - 1] = left;
      for (int block = 0; block < blocks; block++) {
        int s = Math.min(50, size - block * 50);
        require(j[block] >= 0 && j[block] <= s, "count of a block");
        boolean[] in = block(s, j[block]);
        for (int line = 0; line < s; line++) {
          if (in[line]) {
            members[found++] = group * 1000 + block * 50 + line;
          }
        }
      }
      require(bit == begin + body[group], "length of a group");
    }
    require(found == members.length, "members of all groups");
  }

  static boolean[] block(int s, int j) {
    boolean told = 2 * j <= s;
    int q = told ? j : s - j;
    int length = choose(s, j).subtract(BigInteger.ONE).bitLength();
    BigInteger x = BigInteger.ZERO;
    for (int i = 0; i < length; i++) {
      x = x.shiftLeft(1).add(BigInteger.valueOf(bits(1)));
    }
    boolean[] in = new boolean[s];
    Arrays.fill(in, !told);
    int p = s - 1;
    for (int i = q; i >= 1; i--) {
      while (choose(p, i).compareTo(x) > 0) {
        p--;
      }
      x = x.subtract(choose(p, i));
      in[p--] = told;
    }
    require(x.signum() == 0, "number of a choice");
    return in;
  }

  static final BigInteger[][] CHOOSE = new BigInteger[101][101];

  static BigInteger choose(int n, int k) {
    if (k > n || k < 0) {
      return BigInteger.ZERO;
    }
    if (CHOOSE[n][k] == null) {
      CHOOSE[n][k] = k == 0 || k == n ? BigInteger.ONE : choose(n - 1, k - 1).add(choose(n - 1, k));
    }
    return CHOOSE[n][k];
  }

  static int[] days(boolean table, int width, int m, int common) {
    int[] days = new int[m];
    require(m > 0 || (!table && width == 0), "days of none");
    int[] entries = new int[table ? (int) bits(8) + 1 : 0];
    for (int i = 0; i < entries.length; i++) {
      entries[i] = (int) bits(width);
    }
    int placeBits = table ? BigInteger.valueOf(entries.length - 1).bitLength() : 0;
    for (int i = 0; i < m; i++) {
      days[i] = common + 1 + (table ? entries[(int) bits(placeBits)] : (int) bits(width));
    }
    fill();
    return days;
  }

  static long bits(int count) {
    long value = 0;
    for (int i = 0; i < count; i++, bit++) {
      value = value << 1 | (page[bit / 8] >> (7 - bit % 8) & 1);
    }
    return value;
  }

  static void fill() {
    require(bits((8 - bit % 8) % 8) == 0, "filling");
  }

  static void require(boolean is, String what) {
    if (!is) {
      throw new IllegalStateException("not a sound page: " + what);
    }
  }
}
