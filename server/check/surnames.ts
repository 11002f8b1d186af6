import { foldedWords } from './folded-name.ts';

/** Family names, for German, where a noun behind a first name has a capital too. */
export const SURNAMES: ReadonlySet<string> =
  foldedWords(`Müller Schmidt Schneider Fischer Weber Meyer Meier Maier Mayer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter Klein
  Wolf Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Schmitt Werner Schmitz Krause Lehmann Schmid Schulze Köhler Herrmann König Walter
  Mayer Huber Kaiser Fuchs Peters Lang Scholz Möller Weiß Jung Hahn Schubert Vogel Friedrich Keller Günther Frank Berger Winkler Roth Beck Lorenz Baumann Franke Albrecht Schuster Simon
  Ludwig Böhm Winter Kraus Martin Schumacher Krämer Vogt Stein Jäger Otto Sommer Groß Seidel Heinrich Brandt Haas Schreiber Graf Schulte Dietrich Ziegler Kuhn Kühn Pohl Engel
  Horn Busch Bergmann Thomas Voigt Sauer Arnold Wolff Pfeiffer Yılmaz Yildiz Kaya Demir Şahin Çelik Öztürk Aydın Arslan Doğan Kılıç Aslan Çetin Kara Koç Kurt Özdemir Hoang Nguyen Tran Pham
  Nowak Kowalski Kowalczyk Wiśniewski Popescu Ivanov Petrov Hassan Ali Ahmed Mohamed Hussein Ibrahim Khan Singh Kumar Sharma Ahmadi Hosseini Rossi Russo García Fernández Rodríguez López Martínez
  Silva Santos Novak Horvat Kovačević Jovanović Petrović Krasniqi Berisha Gashi Hoxha Steiner Gruber Moser Bürki Keller Brunner Baumgartner Frei Zürcher Wyss Gerber`);

/** Family names that stand before the first name. */
export const FAMILY_FIRST: ReadonlySet<string> =
  foldedWords(`Wang Li Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo Lin Gao Luo Zheng Liang Xie Tang Han Feng Deng Cao
  Peng Zeng Xiao Tian Dong Pan Yuan Cai Jiang Yu Du Ye Cheng Wei Su Lu Ding Ren Yao Shen Zhong Cui Tan Fan Fu Jin Qiu Xia Hou Zou Xiong Meng Qin Bai Lei Hao Nguyen Nguyễn Tran Trần Le Lê
  Pham Phạm Hoang Huynh Phan Vu Vo Dang Bui Ngo Duong Ly Kim Lee Park Choi Jung Kang Cho Yoon Jang Lim Shin Kwon Hwang Ahn Nagy Kovács Tóth Szabó`);
